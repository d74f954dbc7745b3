import 'server-only';
import type { RootEntity } from '#lib/rules/ast.ts';
import type { Connection } from '../../client.ts';

export type EnterCause = 'published' | 'data' | 'time' | 'rule' | 'pin';
export type LeaveCause = 'data' | 'time' | 'rule' | 'pin' | 'retired';

/** Records that are in the segment by its stored intervals, ascending. */
export function openMemberIds(connection: Connection, segmentId: number): number[] {
  return connection
    .prepare<[number], number>(
      'SELECT record_id FROM segment_members WHERE segment_id = ? AND to_at IS NULL ORDER BY record_id',
    )
    .pluck()
    .all(segmentId);
}

/** The published segments of one kind that records are in by their stored intervals. */
export function openSegmentsOf(
  connection: Connection,
  recordIds: readonly number[],
  entity: RootEntity,
): { recordId: number; segmentId: number }[] {
  return connection
    .prepare<[string, string], { recordId: number; segmentId: number }>(
      `SELECT m.record_id AS recordId, m.segment_id AS segmentId FROM segment_members m JOIN segments s ON s.id = m.segment_id
       WHERE m.record_id IN (SELECT value FROM json_each(?)) AND m.to_at IS NULL AND s.entity = ?`,
    )
    .all(JSON.stringify(recordIds), entity);
}

/** Whether the segment ever had a membership written. */
export function hasIntervals(connection: Connection, segmentId: number): boolean {
  return (
    connection.prepare('SELECT 1 FROM segment_members WHERE segment_id = ? LIMIT 1').get(segmentId) !==
    undefined
  );
}

export function openIntervals(
  connection: Connection,
  segmentId: number,
  recordIds: readonly number[],
  cause: EnterCause,
  at: number,
): void {
  const insert = connection.prepare(
    'INSERT INTO segment_members (segment_id, record_id, from_at, enter_cause) VALUES (?, ?, ?, ?)',
  );
  for (const recordId of recordIds) insert.run(segmentId, recordId, at, cause);
}

/** Closes open intervals at `at`; one that opened at that same instant never was and goes away. */
export function closeIntervals(
  connection: Connection,
  segmentId: number,
  recordIds: readonly number[],
  cause: LeaveCause,
  at: number,
): void {
  const ids = JSON.stringify(recordIds);
  connection
    .prepare(
      `DELETE FROM segment_members WHERE segment_id = ? AND to_at IS NULL AND from_at >= ?
         AND record_id IN (SELECT value FROM json_each(?))`,
    )
    .run(segmentId, at, ids);
  connection
    .prepare(
      `UPDATE segment_members SET to_at = ?, leave_cause = ? WHERE segment_id = ? AND to_at IS NULL
         AND record_id IN (SELECT value FROM json_each(?))`,
    )
    .run(at, cause, segmentId, ids);
}
