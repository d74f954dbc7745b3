import 'server-only';
import type { Connection } from '../../client.ts';

export type RepBrief = { id: number; name: string; kind: 'rep' | 'pool'; role: string | null };

const select = `SELECT r.id, r.name, r.kind, t.label AS role FROM reps r LEFT JOIN terms t ON t.id = r.role`;

export function findRepBrief(connection: Connection, id: number): RepBrief | null {
  return (
    connection.prepare<[number], RepBrief>(`${select} WHERE r.id = ? AND r.archived_at IS NULL`).get(id) ??
    null
  );
}

/** Holders that hold accounts now, by name; `ids` narrows them. */
export function repsWithBooks(connection: Connection, ids: readonly number[] | null): RepBrief[] {
  return connection
    .prepare<[string | null, string | null], RepBrief>(
      `${select} WHERE r.archived_at IS NULL AND (? IS NULL OR r.id IN (SELECT value FROM json_each(?)))
         AND EXISTS (SELECT 1 FROM assignments s WHERE s.rep_id = r.id AND s.to_at IS NULL)
       ORDER BY r.kind DESC, r.name_folded, r.id`,
    )
    .all(ids && JSON.stringify(ids), ids && JSON.stringify(ids));
}
