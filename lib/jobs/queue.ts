import 'server-only';
import { absorbIntoWaiting, insertJob } from '#db/queries/jobs/insert-job.ts';
import type { Tx } from '#db/write.ts';
import { wakeWorker } from '#workers/jobs/host.ts';
import type { JobKind } from './kinds.ts';

export type NewJob = {
  kind: JobKind;
  payload: unknown;
  /** While a job with this key waits, another one is not added. */
  dedupeKey?: string;
  /** Epoch ms; not before. Default: at once. */
  runAt?: number;
  /** Whom to tell, and who may see and cancel it besides admins. */
  userId?: number | null;
};

/**
 * Puts a job into the queue, as part of a write: it exists exactly when the write does. Returns its row id; a job
 * that waits under the same dedupe key absorbs the new one and takes the earlier of the two times.
 */
export function enqueue(tx: Tx, job: NewJob): number {
  const now = Date.now();
  const runAt = job.runAt ?? now;
  setImmediate(wakeWorker);
  if (job.dedupeKey !== undefined) {
    const waiting = absorbIntoWaiting(tx.connection, job.dedupeKey, runAt);
    if (waiting !== null) return waiting;
  }
  return insertJob(tx.connection, {
    kind: job.kind,
    payload: JSON.stringify(job.payload ?? null),
    dedupeKey: job.dedupeKey ?? null,
    runAt,
    userId: job.userId ?? null,
    createdAt: now,
  });
}
