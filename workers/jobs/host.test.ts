import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { testContext, useTempStore } from '#db/testing/temp-store.ts';
import { write } from '#db/write.ts';
import { enqueue } from '#lib/jobs/queue.ts';
import { startWorker, stopWorker } from './host.ts';

const held = useTempStore();
const ctx = testContext();

beforeAll(() => {
  process.env.DATABASE_PATH = held.path;
});

afterAll(() => {
  stopWorker();
  delete process.env.DATABASE_PATH;
});

function statusOf(id: number): string {
  return String(held.current.connection.prepare('SELECT status FROM jobs WHERE id = ?').pluck().get(id));
}

async function settled(id: number): Promise<string> {
  for (let tries = 0; tries < 300; tries++) {
    const status = statusOf(id);
    if (status !== 'queued' && status !== 'running') return status;
    await sleep(50);
  }
  return statusOf(id);
}

it('runs in a thread of its own what is queued before and after it starts, and what a killed process left', async () => {
  const { connection } = held.current;
  const left = Number(
    connection
      .prepare(
        `INSERT INTO jobs (kind, status, payload, attempts, run_at, created_at)
         VALUES ('jobs.housekeeping', 'running', 'null', 1, 0, 0)`,
      )
      .run().lastInsertRowid,
  );
  const before = await write(ctx, (tx) => enqueue(tx, { kind: 'jobs.housekeeping', payload: null }));
  startWorker();
  startWorker();
  expect(await settled(left)).toBe('completed');
  expect(await settled(before)).toBe('completed');
  const after = await write(ctx, (tx) => enqueue(tx, { kind: 'tiers.refresh', payload: {} }));
  expect(await settled(after)).toBe('completed');
});
