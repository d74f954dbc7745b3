import 'server-only';
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
    const waiting = tx.connection
      .prepare<[number, string], { id: number }>(
        `UPDATE jobs SET run_at = min(run_at, ?)
         WHERE id = (SELECT id FROM jobs WHERE dedupe_key = ? AND status = 'queued' LIMIT 1) RETURNING id`,
      )
      .get(runAt, job.dedupeKey);
    if (waiting) return waiting.id;
  }
  const { lastInsertRowid } = tx.connection
    .prepare(
      `INSERT INTO jobs (kind, status, payload, dedupe_key, run_at, user_id, created_at)
       VALUES (?, 'queued', ?, ?, ?, ?, ?)`,
    )
    .run(
      job.kind,
      JSON.stringify(job.payload ?? null),
      job.dedupeKey ?? null,
      runAt,
      job.userId ?? null,
      now,
    );
  return Number(lastInsertRowid);
}
