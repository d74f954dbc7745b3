import { expect, it } from 'vitest';
import { testContext, useTempStore } from '#db/testing/temp-store.ts';
import { archiveField, changeCustomField, restoreField } from './change.ts';
import { createCustomField } from './create.ts';
import { listCustomFields } from './list-custom.ts';

const held = useTempStore();
const ctx = testContext();
const plants = { entity: 'account' as const, label: 'Plants (EU)', type: 'number' as const, unit: null };

it('makes a key of the label, never the same one twice, and keeps it when the label changes', async () => {
  const first = await createCustomField(ctx, plants);
  const second = await createCustomField(ctx, plants);
  expect([first.key, second.key]).toEqual(['custom.plantsEu', 'custom.plantsEu2']);
  const renamed = await changeCustomField(ctx, first.id, { label: 'Works', unit: 'sites' });
  expect(renamed).toMatchObject({ key: 'custom.plantsEu', label: 'Works', unit: 'sites' });
  await archiveField(ctx, second.id);
  expect((await createCustomField(ctx, plants)).key).toBe('custom.plantsEu3');
});

function addSegment(name: string, entity: 'account' | 'contact', rules: object[]): void {
  const draft = { version: 1, entity, root: { id: 'root', kind: 'group', op: 'all', rules } };
  held.current.connection
    .prepare(
      `INSERT INTO segments (name, name_folded, entity, draft, created_at, updated_at) VALUES (?, ?, ?, ?, 0, 0)`,
    )
    .run(name, name.toUpperCase(), entity, JSON.stringify(draft));
}

const usedBy = (id: string) => listCustomFields(ctx).items.find((one) => one.id === id)?.usedBy;

it('does not take a field out of use that a segment asks for', async () => {
  const field = await createCustomField(ctx, { ...plants, label: 'Certified', type: 'boolean' });
  addSegment('Certified ones', 'account', [{ id: 'a', kind: 'field', field: field.key, operator: 'isTrue' }]);
  addSegment('People of certified ones', 'contact', [
    { id: 'a', kind: 'field', field: `account.${field.key}`, operator: 'isTrue' },
  ]);
  await expect(archiveField(ctx, field.id)).rejects.toThrow(/Certified ones, People of certified ones/);
  expect(usedBy(field.id)).toEqual(['Certified ones', 'People of certified ones']);
});

it('tells fields of one key apart by what they are of', async () => {
  const ofAccount = await createCustomField(ctx, { ...plants, label: 'Rating' });
  const ofContact = await createCustomField(ctx, { ...plants, entity: 'contact', label: 'Rating' });
  expect(ofContact.key).toBe(ofAccount.key);
  addSegment('Rated people', 'contact', [
    { id: 'a', kind: 'field', field: ofContact.key, operator: 'gt', value: 3 },
  ]);
  addSegment('Accounts with rated people', 'account', [
    {
      id: 'a',
      kind: 'related',
      entity: 'contact',
      where: {
        id: 'b',
        kind: 'group',
        op: 'all',
        rules: [{ id: 'c', kind: 'field', field: ofContact.key, operator: 'gt', value: 3 }],
      },
      measure: { fn: 'count' },
      operator: 'gte',
      value: 1,
    },
  ]);
  expect(usedBy(ofAccount.id)).toEqual([]);
  expect(usedBy(ofContact.id)).toEqual(['Accounts with rated people', 'Rated people']);
  await archiveField(ctx, ofAccount.id);
  await expect(archiveField(ctx, ofContact.id)).rejects.toThrow(/Rated people/);
});

it('does not take a field out of use that a territory asks for', async () => {
  const field = await createCustomField(ctx, { ...plants, label: 'Sites' });
  const { connection } = held.current;
  const draft = {
    version: 1,
    entity: 'account',
    root: {
      id: 'root',
      kind: 'group',
      op: 'all',
      rules: [{ id: 'a', kind: 'field', field: field.key, operator: 'gt', value: 3 }],
    },
  };
  const { lastInsertRowid } = connection
    .prepare(`INSERT INTO plans (name, created_at, updated_at) VALUES ('Year', 0, 0)`)
    .run();
  connection
    .prepare(
      `INSERT INTO territories (plan_id, name, name_folded, position, kind, draft, color)
       VALUES (?, 'Many sites', 'MANY SITES', 1, 'rule', ?, 1)`,
    )
    .run(lastInsertRowid, JSON.stringify(draft));
  await expect(archiveField(ctx, field.id)).rejects.toThrow(/the territory Many sites/);
});

it('brings a field back into use with its values', async () => {
  const field = await createCustomField(ctx, { ...plants, label: 'Lines' });
  await archiveField(ctx, field.id);
  expect(usedBy(field.id)).toBeUndefined();
  expect(await restoreField(ctx, field.id)).toMatchObject({ key: field.key, label: 'Lines' });
  expect(usedBy(field.id)).toEqual([]);
});
