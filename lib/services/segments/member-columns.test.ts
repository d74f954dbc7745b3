import { expect, test } from 'vitest';
import { testContext, useTempStore } from '#db/testing/temp-store.ts';
import { changeAccount } from '#lib/services/accounts/change-account.ts';
import { archiveField } from '#lib/services/fields/change.ts';
import { createCustomField } from '#lib/services/fields/create.ts';
import type { CustomFieldInput } from '#lib/shared/field-shapes.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import { createSegment } from './create.ts';
import { memberFile } from './member-file.ts';
import { exportMembers, listMembers } from './members.ts';
import { membersOnDay } from './members-on-day.ts';
import { previewSegment } from './preview.ts';
import { publishSegment } from './publish.ts';
import { refreshSegments } from './refresh.ts';
import { addAccounts, draftOf, employeesAtLeast } from './testing/sample-accounts.ts';

const db = useTempStore();
const ctx = testContext({ actor: { kind: 'user', role: 'revops', userId: null, name: 'Dara' } });

const make = (label: string, type: CustomFieldInput['type']) =>
  createCustomField(ctx, { entity: 'account', label, type, unit: null });

test('own fields of members are listed, sorted by, and in their files', async () => {
  const plants = await make('Plants', 'number');
  const grade = await make('Grade', 'category');
  const seen = await make('Seen', 'day');
  const names = ['Anvil', 'Bolt', 'Crane'];
  const ids = addAccounts(
    db.current,
    names.map((name) => ({ name, employees: 50 })),
    ctx.now,
  ).map((id) => toPublicId('account', id));
  const [anvil = '', bolt = ''] = ids;
  await changeAccount(ctx, anvil, { [plants.key]: 2, [grade.key]: 'zinc' }, null);
  await changeAccount(ctx, bolt, { [plants.key]: 11, [grade.key]: 'Amber', [seen.key]: '2026-03-01' }, null);
  const { id } = await createSegment(ctx, { name: 'With plants', draft: draftOf(employeesAtLeast('a', 10)) });
  await publishSegment(ctx, id);
  await refreshSegments(ctx, { cause: 'data' });

  const order = async (sort: `custom.${string}`, descending = false) =>
    (await listMembers(ctx, id, { sort, descending })).items.map(({ name }) => name);
  const key = (field: { key: string }) => field.key as `custom.${string}`;
  expect(await order(key(plants))).toEqual(['Anvil', 'Bolt', 'Crane']);
  expect(await order(key(plants), true)).toEqual(['Bolt', 'Anvil', 'Crane']);
  expect(await order(key(grade))).toEqual(['Bolt', 'Anvil', 'Crane']);
  expect(await order(key(seen))).toEqual(['Bolt', 'Anvil', 'Crane']);
  const [first] = (await listMembers(ctx, id, { sort: key(plants) })).items;
  expect(first?.custom).toEqual([
    { key: plants.key, value: 2 },
    { key: grade.key, value: 'zinc' },
  ]);

  const preview = await previewSegment(ctx, {
    ...{ definition: { version: 1, entity: 'account', root: draftOf(employeesAtLeast('a', 10)).root } },
    ...{ sort: `-${plants.key}`, limit: 1, breakdowns: [], histograms: [] },
    ...{ perCondition: false, unknowns: false, nearMisses: false, overlaps: false },
  });
  expect(preview.page.items).toMatchObject([
    { name: 'Bolt', custom: expect.arrayContaining([{ key: plants.key, value: 11 }]) },
  ]);

  const file = memberFile(await exportMembers(ctx, id, { of: 'accounts' }), 'USD');
  expect(file.columns.slice(-3)).toMatchObject([
    { header: 'Grade', kind: 'text' },
    { header: 'Plants', kind: 'number' },
    { header: 'Seen', kind: 'day' },
  ]);
  expect([...file.rows].map((row) => [row[2], ...row.slice(-3)])).toEqual([
    ['Anvil', 'zinc', 2, null],
    ['Bolt', 'Amber', 11, '2026-03-01'],
    ['Crane', null, null, null],
  ]);

  await archiveField(ctx, plants.id);
  await expect(listMembers(ctx, id, { sort: key(plants) })).rejects.toMatchObject({
    code: 'invalid',
    issues: [{ path: '/sort', code: 'unknown_field' }],
  });
  expect(await membersOnDay(ctx, id, { sort: `-${plants.key}` })).toMatchObject({ sort: 'name' });
});
