import 'server-only';
import type { Connection } from '../../client.ts';

export type ClaimedJob = {
  id: number;
  kind: string;
  payload: string;
  userId: number | null;
  userName: string | null;
  attempts: number;
};

/** Which kinds a lane takes: only these, or all but these. */
export type JobLane = { only: readonly string[] } | { except: readonly string[] };

/** Takes the next due job, in one statement, so that two workers never hold the same; null when nothing is due. */
export function claimJob(
  connection: Connection,
  now: number,
  lane: JobLane = { except: [] },
): ClaimedJob | null {
  const isOnly = 'only' in lane;
  const row = connection
    .prepare<[{ now: number; kinds: string }], ClaimedJob>(
      `UPDATE jobs SET status = 'running', started_at = @now, attempts = attempts + 1, error = NULL
       WHERE id = (SELECT id FROM jobs WHERE status = 'queued' AND run_at <= @now
           AND kind ${isOnly ? '' : 'NOT'} IN (SELECT value FROM json_each(@kinds)) ORDER BY run_at, id LIMIT 1)
       RETURNING id, kind, payload, user_id AS userId, attempts,
         (SELECT name FROM users WHERE users.id = user_id) AS userName`,
    )
    .get({ now, kinds: JSON.stringify(isOnly ? lane.only : lane.except) });
  return row ?? null;
}

export function isCancelRequested(connection: Connection, id: number): boolean {
  return (
    connection.prepare('SELECT 1 FROM jobs WHERE id = ? AND is_cancel_requested = 1').get(id) !== undefined
  );
}

export function saveProgress(
  connection: Connection,
  id: number,
  progress: { done: number; total: number; message: string | null },
): void {
  connection
    .prepare('UPDATE jobs SET progress_done = ?, progress_total = ?, progress_message = ? WHERE id = ?')
    .run(Math.round(progress.done), Math.round(progress.total), progress.message, id);
}

export type JobEnd =
  | { status: 'completed' | 'cancelled'; result: unknown }
  | { status: 'failed'; error: string }
  | { status: 'queued'; error: string; runAt: number };

/** Ends a run: done, stopped, failed, or back into the queue for another try. */
export function endJob(connection: Connection, id: number, end: JobEnd, now: number): void {
  connection
    .prepare(
      `UPDATE jobs SET status = ?, result = ?, error = ?, run_at = coalesce(?, run_at), finished_at = ? WHERE id = ?`,
    )
    .run(
      end.status,
      'result' in end ? JSON.stringify(end.result ?? null) : null,
      'error' in end ? end.error : null,
      end.status === 'queued' ? end.runAt : null,
      end.status === 'queued' ? null : now,
      id,
    );
}

/** Jobs that a killed process left running go back into the queue, or fail after `maxAttempts`. */
export function recoverJobs(connection: Connection, maxAttempts: number, now: number): void {
  connection
    .prepare(
      `UPDATE jobs SET status = 'failed', finished_at = ?, error = 'The server stopped while this ran, several times.'
       WHERE status = 'running' AND attempts >= ?`,
    )
    .run(now, maxAttempts);
  connection.prepare("UPDATE jobs SET status = 'queued' WHERE status = 'running'").run();
}
