import { expect, test } from 'vitest';
import { fitMapping } from './fit-mapping.ts';
import { importOptionsSchema } from './options.ts';

test('a saved mapping finds the columns of another file, whatever their case and order', () => {
  const saved = importOptionsSchema.parse({
    entity: 'opportunity',
    mapping: {
      Id: { field: 'externalId' },
      Account: { field: 'account', match: ['name'] },
      Old: { field: 'name' },
    },
    account: { column: 'Account', match: ['name'] },
  });
  const fitted = fitMapping(saved, ['ACCOUNT', 'New', 'id']);
  expect(fitted.mapping).toEqual({
    ACCOUNT: { field: 'account', match: ['name'] },
    New: null,
    id: { field: 'externalId' },
  });
  expect(fitted.account).toEqual({ column: 'ACCOUNT', match: ['name'] });
});
