import { beforeEach, describe, expect, it } from 'vitest';
import { recoverJobs } from '#db/queries/jobs/work-queue.ts';
import { testContext, useTempStore } from '#db/testing/temp-store.ts';
import { write } from '#db/write.ts';
import { appError } from '#lib/shared/errors.ts';
import type { JobVerb } from './control.ts';
import { enqueue, type NewJob } from './queue.ts';
import { MAX_ATTEMPTS, runNext } from './run-next.ts';

const held = useTempStore();
const ctx = testContext();
let clock = 0;

beforeEach(() => {
  held.current.connection.exec('DELETE FROM jobs');
  clock = Date.now() + 1000;
});

function ask(job: Partial<NewJob> = {}): Promise<number> {
  return write(ctx, (tx) => enqueue(tx, { kind: 'jobs.housekeeping', payload: { n: 1 }, ...job }));
}

function run(verb: JobVerb): Promise<boolean> {
  return runNext(
    { 'jobs.housekeeping': verb },
    () => clock,
    () => undefined,
  );
}

type Row = { id: number; status: string; result: string | null; error: string | null; progress_done: number };
function rows(): Row[] {
  return held.current.connection.prepare<[], Row>('SELECT * FROM jobs ORDER BY id').all();
}

describe('the queue', () => {
  it('runs a job with its payload and keeps its result and progress', async () => {
    await ask();
    const found = await run((_ctx, payload, { progress }) => {
      progress(1, 3, 'one');
      progress(3, 3, 'three');
      return { got: payload };
    });
    expect(found).toBe(true);
    expect(rows()).toMatchObject([{ status: 'completed', result: '{"got":{"n":1}}', progress_done: 3 }]);
    expect(await run(() => 'nothing is left')).toBe(false);
  });

  it('exists exactly when the write that asked for it does', async () => {
    const failing = write(ctx, (tx) => {
      enqueue(tx, { kind: 'jobs.housekeeping', payload: null });
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect(rows()).toEqual([]);
  });

  it('absorbs a second job with the same key while the first waits, not while it runs', async () => {
    const first = await ask({ dedupeKey: 'k' });
    expect(await ask({ dedupeKey: 'k' })).toBe(first);
    await run(async () => {
      expect(await ask({ dedupeKey: 'k' })).not.toBe(first);
    });
    expect(rows().map((row) => row.status)).toEqual(['completed', 'queued']);
  });

  it('waits for its time', async () => {
    await ask({ runAt: clock + 60_000 });
    expect(await run(() => 'too early')).toBe(false);
    clock += 60_001;
    expect(await run(() => 'now')).toBe(true);
  });

  it('gives one job to one of two workers that ask at once', async () => {
    await ask();
    let runs = 0;
    const verb: JobVerb = () => ++runs;
    await Promise.all([run(verb), run(verb)]);
    expect(runs).toBe(1);
  });

  it('fails at once with the sentence of a refusal', async () => {
    await ask();
    await run(() => {
      throw appError('invalid', 'The file has no rows.');
    });
    expect(rows()).toMatchObject([{ status: 'failed', error: 'The file has no rows.' }]);
  });

  it('tries again after a surprise, with growing pauses, and then gives up without telling secrets', async () => {
    await ask();
    for (let attempt = 1; attempt < MAX_ATTEMPTS; attempt++) {
      await run(() => {
        throw new Error('SQLITE_CORRUPT at page 7');
      });
      expect(rows()[0]?.status).toBe('queued');
      expect(await run(() => 'not yet')).toBe(false);
      clock += 1000 * 4 ** attempt;
    }
    await run(() => {
      throw new Error('SQLITE_CORRUPT at page 7');
    });
    expect(rows()[0]?.status).toBe('failed');
    expect(rows()[0]?.error).not.toContain('SQLITE');
  });

  it('tells a running job that somebody wants it to stop', async () => {
    const id = await ask();
    await run((_ctx, _payload, { isCancelled }) => {
      expect(isCancelled()).toBe(false);
      held.current.connection.prepare('UPDATE jobs SET is_cancel_requested = 1 WHERE id = ?').run(id);
      clock += 1000;
      expect(isCancelled()).toBe(true);
    });
    expect(rows()[0]?.status).toBe('cancelled');
  });

  it('picks up what a killed process left, a few times', async () => {
    await ask();
    const kill = () => held.current.connection.prepare("UPDATE jobs SET status = 'running'").run();
    kill();
    held.current.connection.prepare('UPDATE jobs SET attempts = 1').run();
    recoverJobs(held.current.connection, MAX_ATTEMPTS, clock);
    expect(rows()[0]?.status).toBe('queued');
    held.current.connection.prepare('UPDATE jobs SET attempts = ?').run(MAX_ATTEMPTS);
    kill();
    recoverJobs(held.current.connection, MAX_ATTEMPTS, clock);
    expect(rows()[0]?.status).toBe('failed');
  });
});
