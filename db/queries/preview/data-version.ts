import 'server-only';
import type { Connection } from '../../client.ts';
import { prepared } from '../../kept.ts';

/** Changes whenever another connection commits anything. */
export function fileVersion(connection: Connection): number {
  return Number(prepared<[], number>(connection, 'PRAGMA data_version').pluck().get());
}

/** Sequence number of the last change that was written down. */
export function lastChange(connection: Connection): number {
  const newest = prepared<[], number | null>(connection, 'SELECT max(seq) FROM change_log');
  return newest.pluck().get() ?? 0;
}

/** What tells a change apart from one of the same number in another history of the data; null when it is not there. */
export function changeMark(connection: Connection, seq: number): string | null {
  return (
    connection
      .prepare<[number], string>(
        'SELECT json_array(seq, entity, record_id, op, at) FROM change_log WHERE seq = ?',
      )
      .pluck()
      .get(seq) ?? null
  );
}

/** Which tables there are, and which migrations made them. */
export function tablesVersion(connection: Connection): string {
  const migrations = connection.prepare('SELECT count(*) FROM __drizzle_migrations').pluck().get();
  return `${String(connection.pragma('schema_version', { simple: true }))} ${String(migrations)}`;
}

/** What kinds of record changed after a sequence number. */
export function changedEntities(connection: Connection, after: number): string[] {
  return connection
    .prepare<[number], string>('SELECT DISTINCT entity FROM change_log WHERE seq > ?')
    .pluck()
    .all(after);
}

export type ChangeRow = {
  entity: string;
  recordId: number | null;
  op: 'create' | 'update' | 'delete' | 'bulk';
};

/** The first changes after a sequence number, in order, but for some kinds of record. */
export function changesAfter(
  connection: Connection,
  after: number,
  except: readonly string[],
  limit: number,
): ChangeRow[] {
  return connection
    .prepare<[number, string, number], ChangeRow>(
      `SELECT entity, record_id AS recordId, op FROM change_log
       WHERE seq > ? AND entity NOT IN (SELECT value FROM json_each(?)) ORDER BY seq LIMIT ?`,
    )
    .all(after, JSON.stringify(except), limit);
}

/** The highest row id of each kind of record that rules read. */
export function lastRowIds(connection: Connection): Record<string, number | null> {
  return connection
    .prepare<[], Record<string, number | null>>(
      `SELECT (SELECT max(id) FROM accounts) AS account, (SELECT max(id) FROM contacts) AS contact,
         (SELECT max(id) FROM technologies) AS technology, (SELECT max(id) FROM signals) AS signal,
         (SELECT max(id) FROM opportunities) AS opportunity, (SELECT max(id) FROM activities) AS activity`,
    )
    .get() as Record<string, number | null>;
}
