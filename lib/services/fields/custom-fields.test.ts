import { expect, it } from 'vitest';
import { testContext, useTempStore } from '#db/testing/temp-store.ts';
import { archiveField, changeCustomField } from './change.ts';
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

it('does not take a field out of use that a segment asks for', async () => {
  const field = await createCustomField(ctx, { ...plants, label: 'Certified', type: 'boolean' });
  held.current.connection
    .prepare(
      `INSERT INTO segments (name, name_folded, draft, created_at, updated_at) VALUES ('Certified ones', 'X', ?, 0, 0)`,
    )
    .run(JSON.stringify({ root: { rules: [{ kind: 'field', field: field.key, operator: 'isTrue' }] } }));
  await expect(archiveField(ctx, field.id)).rejects.toThrow(/Certified ones/);
  expect(listCustomFields(ctx).items.find((one) => one.id === field.id)?.usedBy).toEqual(['Certified ones']);
});
