import { beforeAll, expect, test } from 'vitest';
import { testContext, useTempStore } from '#db/testing/temp-store.ts';
import { addAccounts } from '../segments/testing/sample-accounts.ts';
import { lookUpValues } from './look-up-values.ts';

const db = useTempStore();
const ctx = testContext();

beforeAll(() => {
  addAccounts(
    db.current,
    [
      { name: 'Halvorsen Gearworks', industry: 'Machinery', domain: 'halvorsen.com' },
      { name: 'Northgate', industry: 'Machinery' },
    ],
    ctx.now,
  );
});

test('texts are found as they would be stored, in their order, with how many records have each', async () => {
  const texts = ['nobody.com', 'https://www.halvorsen.com/about', 'HALVORSEN.COM', 'not a domain'];
  const found = await lookUpValues(ctx, { entity: 'account', field: 'domain', texts });
  expect(found.map(({ text, value, count }) => [text, value, count])).toEqual([
    ['nobody.com', 'nobody.com', 0],
    ['https://www.halvorsen.com/about', 'halvorsen.com', 1],
    ['HALVORSEN.COM', 'halvorsen.com', 1],
    ['not a domain', 'not a domain', 0],
  ]);
});

test('values of a list are found by any spelling', async () => {
  const found = await lookUpValues(ctx, {
    entity: 'account',
    field: 'industry',
    texts: ['machinery', 'Xyzzy'],
  });
  expect(found).toEqual([
    { text: 'machinery', value: 'Machinery', label: 'Machinery', count: 2 },
    { text: 'Xyzzy', value: 'Xyzzy', label: 'Xyzzy', count: 0 },
  ]);
});

test('a field that is not there is refused', async () => {
  const asked = { entity: 'account' as const, field: 'shoeSize', texts: ['44'] };
  await expect(lookUpValues(ctx, asked)).rejects.toMatchObject({ code: 'not_found' });
});
