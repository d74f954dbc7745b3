import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { testContext, useTempStore } from '#db/testing/temp-store.ts';
import { write } from '#db/write.ts';
import { evaluator } from '#lib/evaluator/choose.ts';
import type { DraftRule } from '#lib/rules/draft.ts';
import type { Context } from '#lib/permissions/context.ts';
import type { Draft } from '#lib/rules/draft.ts';
import { enqueue } from '#lib/jobs/queue.ts';
import { evaluatorHost } from '#workers/evaluator/host.ts';
import { createSegment } from './create.ts';
import { publishSegment } from './publish.ts';
import { refreshRecords } from './refresh-records.ts';
import { refreshSegmentsJob, type RefreshResult } from './refresh.ts';
import { addAccounts, draftOf, employeesAtLeast, setEmployees } from './testing/sample-accounts.ts';

const db = useTempStore();
const control = { progress: () => {}, isCancelled: () => false };
const hosts: { stop: () => Promise<void> }[] = [];
afterAll(async () => {
  for (const host of hosts) await host.stop();
});

const rowIdOf = (publicId: string) => Number.parseInt(publicId.slice(4), 36);

async function publish(ctx: Context, name: string, draft: Draft): Promise<string> {
  const { id } = await createSegment(ctx, { name, draft });
  await publishSegment(ctx, id);
  return id;
}

/** Runs the job as the queue would, its result kept for the next one. */
async function refresh(ctx: Context): Promise<RefreshResult> {
  const job = await write(ctx, (tx) =>
    enqueue(tx, { kind: 'segments.refresh', payload: { cause: 'data' }, dedupeKey: 'segments.refresh' }),
  );
  const result = await refreshSegmentsJob(ctx, { cause: 'data' }, control);
  db.current.connection
    .prepare("UPDATE jobs SET status = 'completed', result = ? WHERE id = ?")
    .run(JSON.stringify(result), job);
  return result;
}

const member = (segmentId: string, more: object = {}): DraftRule => ({
  id: 'm',
  kind: 'segment',
  segmentId,
  member: true,
  ...more,
});

test('after any row of single edits, members are those of whole segments and entries have their cause', async () => {
  const start = testContext({ now: Date.now() });
  const { connection } = db.current;
  hosts.push(evaluatorHost(connection.name, 'interactive'), evaluatorHost(connection.name, 'heavy'));
  const ids = addAccounts(
    db.current,
    Array.from({ length: 5 }, (_, index) => ({ name: `Account ${index}`, employees: 10 * index })),
    start.now,
  );
  connection.exec(
    `INSERT INTO contacts (account_id, created_at, updated_at, reachable) SELECT id, 0, 0, id % 2 FROM accounts;
     INSERT INTO change_log (entity, op, at) VALUES ('contact', 'bulk', 0)`,
  );
  const large = await publish(start, 'Ten or more', draftOf(employeesAtLeast('a', 10)));
  const middle = await publish(
    start,
    'Of those, below fifteen',
    draftOf(member(large), { id: 'b', kind: 'field', field: 'employees', operator: 'lt', value: 15 }),
  );
  const lately = await publish(
    start,
    'Came in lately',
    draftOf(member(large, { change: 'entered', window: { last: 7, unit: 'day' } })),
  );
  const people = await publish(start, 'People there', {
    version: 1,
    entity: 'contact',
    root: {
      id: 'r',
      kind: 'group',
      op: 'all',
      rules: [{ id: 'p', kind: 'field', field: 'account.employees', operator: 'gte', value: 12 }],
    },
  } as Draft);
  await refresh(start);
  const openOf = (publicId: string) =>
    connection
      .prepare<[number], number>(
        'SELECT record_id FROM segment_members WHERE segment_id = ? AND to_at IS NULL ORDER BY record_id',
      )
      .pluck()
      .all(rowIdOf(publicId));
  const nothing = { accountIds: [], contactIds: [] };
  for (let tries = 0; tries < 200 && !(await refreshRecords(start, nothing)); tries++) await sleep(50);

  let clock = start.now;
  let few = 0;
  const edits = fc.array(
    fc.array(fc.record({ account: fc.nat(4), employees: fc.option(fc.nat(20)) }), { maxLength: 4 }),
    { minLength: 1, maxLength: 4 },
  );
  await fc.assert(
    fc.asyncProperty(edits, async (rounds) => {
      for (const round of rounds) {
        clock += 1_000;
        const ctx = testContext({ now: clock });
        const before = openOf(large);
        const touched = round.map(({ account, employees }) => ({ accountId: ids[account] ?? 0, employees }));
        await setEmployees(ctx, touched);
        const { refreshed, failed } = await refresh(ctx);
        expect(failed).toEqual([]);
        expect(refreshed).toBe(4);
        few += 1;
        const sizes = connection.prepare<[], { id: number; employees: number | null }>(
          'SELECT id, employees FROM accounts ORDER BY id',
        );
        const expected = (passes: (employees: number) => boolean) =>
          sizes.all().flatMap(({ id, employees }) => (employees !== null && passes(employees) ? [id] : []));
        const now = openOf(large);
        expect(now).toEqual(expected((employees) => employees >= 10));
        expect(openOf(middle)).toEqual(expected((employees) => employees >= 10 && employees < 15));
        const contacts = connection.prepare<[], number>(
          'SELECT c.id FROM contacts c JOIN accounts a ON a.id = c.account_id WHERE a.employees >= 12 ORDER BY c.id',
        );
        expect(openOf(people)).toEqual(contacts.pluck().all());
        const entered = connection.prepare<[number, number], number>(
          'SELECT DISTINCT record_id FROM segment_members WHERE segment_id = ? AND from_at > ? ORDER BY record_id',
        );
        expect(openOf(lately)).toEqual(entered.pluck().all(rowIdOf(large), clock - 6 * 86_400_000));
        const causes = connection.prepare<[number, number, number], { id: number; cause: string }>(
          `SELECT record_id AS id, CASE WHEN to_at = ? THEN leave_cause ELSE enter_cause END AS cause
           FROM segment_members WHERE segment_id = ? AND ? IN (from_at, to_at)`,
        );
        const moved = causes.all(clock, rowIdOf(large), clock);
        expect(moved.map(({ id }) => id).sort((a, b) => a - b)).toEqual(
          ids.filter((id) => before.includes(id) !== now.includes(id)),
        );
        expect(moved.every(({ cause }) => cause === 'data')).toBe(true);
      }
    }),
    { seed: 20261127, numRuns: 12 },
  );
  expect(few).toBeGreaterThan(12);
  const ctx = testContext({ now: clock + 1_000 });
  expect(await refreshRecords(ctx, { accountIds: ids, contactIds: [] })).toMatchObject({
    refreshed: 3,
    entered: 0,
    left: 0,
    rest: [rowIdOf(lately)],
  });
  expect(await evaluator().passes({ questions: [], recordIds: [1] })).toEqual({ passed: [[]], left: [] });
}, 60_000);
