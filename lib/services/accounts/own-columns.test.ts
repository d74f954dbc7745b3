import { expect, test } from 'vitest';
import { testContext, useTempStore } from '#db/testing/temp-store.ts';
import { addAccounts } from '#lib/services/segments/testing/sample-accounts.ts';
import { accountQueryInput } from '#lib/shared/account-shapes.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import { accountFile } from './account-file.ts';
import { archiveField } from '#lib/services/fields/change.ts';
import { createCustomField } from '#lib/services/fields/create.ts';
import { listCustomColumns } from '#lib/services/fields/list-columns.ts';
import type { CustomFieldInput } from '#lib/shared/field-shapes.ts';
import { changeAccount } from './change-account.ts';
import { exportAccounts, listAccounts } from './list.ts';

const db = useTempStore();
const person = testContext({ actor: { kind: 'user', role: 'revops', userId: null, name: 'Dara' } });
let names = 0;

function account(more: Parameters<typeof addAccounts>[1][number] | object = {}): string {
  const [id = 0] = addAccounts(db.current, [{ name: `Steelworks ${++names}`, ...more }], person.now);
  return toPublicId('account', id);
}

test('a file has the columns asked for in their order; a viewer gets none', async () => {
  const id = account({ name: 'Export Works', employees: 42 });
  const file = accountFile(
    await exportAccounts(person, { ids: [id] }),
    ['employees', 'name', 'nosuch'],
    'USD',
    [],
  );
  expect(file.columns.map(({ header }) => header)).toEqual(['Id', 'CRM id', 'Employees', 'Account']);
  expect(file.rows).toEqual([[id, null, 42, 'Export Works']]);
  const viewer = testContext({ actor: { kind: 'user', role: 'viewer' } });
  await expect(exportAccounts(viewer, { ids: [id] })).rejects.toMatchObject({ code: 'forbidden' });
});

test('own fields are in the list, sorted by, and in the file', async () => {
  const make = (label: string, type: CustomFieldInput['type']) =>
    createCustomField(person, { entity: 'account', label, type, unit: null });
  const plants = await make('Plants listed', 'number');
  const certificates = await make('Certificates listed', 'tags');
  const audited = await make('Audited listed', 'day');
  const [few, many] = [account({ industry: 'Owning' }), account({ industry: 'Owning' })];
  await changeAccount(person, few, { [plants.key]: 2, [certificates.key]: ['ISO 9001', 'AS9100'] }, null);
  await changeAccount(person, many, { [plants.key]: 9, [audited.key]: '2026-03-01' }, null);
  const query = accountQueryInput.parse({ industry: ['Owning'], sort: `-${plants.key}` });
  const { items } = await listAccounts(person, query);
  expect(items.map(({ custom }) => custom)).toEqual([
    [
      { key: plants.key, value: 9 },
      { key: audited.key, value: '2026-03-01' },
    ],
    [
      { key: plants.key, value: 2 },
      { key: certificates.key, value: ['ISO 9001', 'AS9100'] },
    ],
  ]);
  const wanted = [certificates.key, audited.key, plants.key];
  const file = accountFile(items, wanted, 'USD', listCustomColumns(person, 'account'));
  expect(file.columns.slice(2)).toEqual([
    { ...file.columns[2], header: 'Certificates listed', kind: 'text' },
    { ...file.columns[3], header: 'Audited listed', kind: 'day' },
    { ...file.columns[4], header: 'Plants listed', kind: 'number' },
  ]);
  expect([...file.rows].map((row) => row.slice(2))).toEqual([
    [null, '2026-03-01', 9],
    ['ISO 9001; AS9100', null, 2],
  ]);
  await archiveField(person, plants.id);
  expect(
    (await listAccounts(person, { ...query, sort: undefined })).items.flatMap((item) => item.custom),
  ).not.toContainEqual(expect.objectContaining({ key: plants.key }));
});
