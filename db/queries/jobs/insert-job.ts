import 'server-only';
import type { Connection } from '../../client.ts';

/** Row id of the job that waits under a dedupe key, which takes the earlier of both times; null when none waits. */
export function absorbIntoWaiting(connection: Connection, dedupeKey: string, runAt: number): number | null {
  const row = connection
    .prepare<[number, string], { id: number }>(
      `UPDATE jobs SET run_at = min(run_at, ?)
       WHERE id = (SELECT id FROM jobs WHERE dedupe_key = ? AND status = 'queued' LIMIT 1) RETURNING id`,
    )
    .get(runAt, dedupeKey);
  return row?.id ?? null;
}

export type NewJobRow = {
  kind: string;
  payload: string;
  dedupeKey: string | null;
  runAt: number;
  userId: number | null;
  createdAt: number;
};

export function insertJob(connection: Connection, job: NewJobRow): number {
  const { lastInsertRowid } = connection
    .prepare(
      `INSERT INTO jobs (kind, status, payload, dedupe_key, run_at, user_id, created_at)
       VALUES (@kind, 'queued', @payload, @dedupeKey, @runAt, @userId, @createdAt)`,
    )
    .run(job);
  return Number(lastInsertRowid);
}
