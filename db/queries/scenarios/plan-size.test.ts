import { beforeAll, expect, it } from 'vitest';
import { testContext, useTempStore } from '#db/testing/temp-store.ts';
import { write } from '#db/write.ts';
import { planSize } from './plan-size.ts';

const held = useTempStore();
const ctx = testContext();
const today = 20_000;

const sizeOf = (planId: number, members: Record<number, number[]> = {}) =>
  planSize(held.current.connection, { side: { planId, members, today }, scope: { all: true }, today });
const published = () => planSize(held.current.connection, { side: 'published', scope: { all: true }, today });
const note = (entity: string, recordId: number | null = null) =>
  write(ctx, (tx) => tx.changed({ entity, recordId, op: 'update' }));

beforeAll(() => {
  const { connection } = held.current;
  connection.exec(`INSERT INTO accounts (id, name, name_folded, family_id, revenue, created_at, updated_at) VALUES
    (1, 'A', 'A', 1, 10, 0, 0), (2, 'B', 'B', 2, 20, 0, 0);
    INSERT INTO plans (id, name, created_at, updated_at) VALUES (1, 'Plan', 0, 0), (2, 'Other', 0, 0)`);
});

it('is kept while nothing changes that it is made of', async () => {
  const first = sizeOf(1);
  expect(first).toMatchObject({ moves: 0, unassigned: 2 });
  const other = published();
  await note('activity', 1);
  await note('segmentMember', 1);
  expect(sizeOf(1)).toBe(first);
  expect(published()).toBe(other);
  await note('plan', 2);
  expect(sizeOf(1)).toBe(first);
  expect(published()).not.toBe(other);
});

it('is worked out anew when its plan, whom its rules take, or the accounts changed', async () => {
  const first = sizeOf(1);
  await note('plan', 1);
  const second = sizeOf(1);
  expect(second).not.toBe(first);
  expect(sizeOf(1, { 7: [1] })).not.toBe(second);
  await write(ctx, (tx) => {
    tx.connection.exec('UPDATE accounts SET archived_at = 1 WHERE id = 2');
    tx.changed({ entity: 'account', recordId: 2, op: 'delete' });
  });
  expect(sizeOf(1)).toMatchObject({ unassigned: 1 });
});
