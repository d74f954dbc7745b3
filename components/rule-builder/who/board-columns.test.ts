import { expect, it } from 'vitest';
import { buildCatalog } from '#lib/rules/build-catalog.ts';
import type { AccountRow } from '#lib/shared/segment-shapes.ts';
import { boardColumns } from './board-columns.ts';

it('has the own fields of accounts and of contacts behind the built-in ones, by name, until chosen hidden', () => {
  const catalog = buildCatalog({
    customFields: [
      { id: 1, entity: 'account', key: 'plants', label: 'Plants', type: 'number' },
      { id: 2, entity: 'contact', key: 'badge', label: 'Badge', type: 'text' },
      { id: 3, entity: 'account', key: 'audited', label: 'audited', type: 'day' },
      { id: 4, entity: 'opportunity', key: 'risk', label: 'Risk', type: 'text' },
    ],
  });
  const { accounts, contacts } = boardColumns(catalog, { currency: 'USD', timeZone: 'UTC' });
  const own = accounts.filter(({ id }) => id.startsWith('custom.'));
  expect(own.map(({ header }) => header)).toEqual(['audited', 'Plants']);
  expect(accounts.slice(-2)).toEqual(own);
  expect(own.every(({ hidden, sortable }) => hidden && sortable)).toBe(true);
  const row = { custom: [{ key: 'custom.plants', value: 4 }] } as AccountRow;
  expect(own.map(({ value }) => value?.(row))).toEqual([null, 4]);
  expect(contacts.at(-1)).toMatchObject({ id: 'custom.badge', header: 'Badge' });
});
