import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { testContext, useTempStore } from '#db/testing/temp-store.ts';
import { write } from '#db/write.ts';
import { enqueue } from '#lib/jobs/queue.ts';
import { startWorker, stopWorker } from '#workers/jobs/host.ts';
import { createSegment } from './create.ts';
import { publishSegment } from './publish.ts';
import { addAccounts, draftOf, employeesAtLeast, setEmployees } from './testing/sample-accounts.ts';

const db = useTempStore();

beforeAll(() => {
  process.env.DATABASE_PATH = db.path;
});
afterAll(() => {
  stopWorker();
  delete process.env.DATABASE_PATH;
});

it('the job thread takes the members of a refresh from the thread that holds the columns', async () => {
  const ctx = testContext({ now: Date.now() });
  const [first = 0, second = 0] = addAccounts(
    db.current,
    [
      { name: 'Small', employees: 5 },
      { name: 'Large', employees: 500 },
    ],
    ctx.now,
  );
  const segment = await createSegment(ctx, {
    name: 'Large ones',
    draft: draftOf(employeesAtLeast('a', 100)),
  });
  await publishSegment(ctx, segment.id);
  await setEmployees(ctx, [{ accountId: first, employees: 900 }]);
  const payload = { cause: 'data' };
  const job = await write(ctx, (tx) => enqueue(tx, { kind: 'segments.refresh', payload }));
  startWorker();
  const { connection } = db.current;
  const status = connection.prepare<[number], string>('SELECT status FROM jobs WHERE id = ?').pluck();
  for (let tries = 0; tries < 400 && status.get(job) !== 'completed'; tries++) await sleep(50);
  expect(status.get(job)).toBe('completed');
  const members = connection
    .prepare('SELECT record_id FROM segment_members WHERE to_at IS NULL ORDER BY record_id')
    .pluck()
    .all();
  expect(members).toEqual([first, second]);
}, 30_000);
