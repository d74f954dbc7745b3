import 'server-only';
import type { Connection } from '../../client.ts';

export type JobRow = {
  id: number;
  kind: string;
  status: 'queued' | 'running' | 'completed' | 'failed' | 'cancelled';
  result: string | null;
  error: string | null;
  progressDone: number;
  progressTotal: number;
  progressMessage: string | null;
  userId: number | null;
  createdAt: number;
  startedAt: number | null;
  finishedAt: number | null;
};

export function findJobRow(connection: Connection, id: number): JobRow | null {
  const row = connection
    .prepare<[number], JobRow>(
      `SELECT id, kind, status, result, error, progress_done AS progressDone, progress_total AS progressTotal,
         progress_message AS progressMessage, user_id AS userId, created_at AS createdAt, started_at AS startedAt,
         finished_at AS finishedAt
       FROM jobs WHERE id = ?`,
    )
    .get(id);
  return row ?? null;
}

/** Ends a waiting job at once and asks a running one to stop. */
export function requestCancel(connection: Connection, id: number, now: number): void {
  connection
    .prepare(
      `UPDATE jobs SET is_cancel_requested = 1,
         finished_at = CASE status WHEN 'queued' THEN ? ELSE finished_at END,
         status = CASE status WHEN 'queued' THEN 'cancelled' ELSE status END
       WHERE id = ? AND status IN ('queued', 'running')`,
    )
    .run(now, id);
}
