import 'server-only';
import type { Connection } from '../../client.ts';

/** Changes whenever another connection commits anything. */
export function fileVersion(connection: Connection): number {
  return Number(connection.pragma('data_version', { simple: true }));
}

/** Sequence number of the last change that was written down. */
export function lastChange(connection: Connection): number {
  return connection.prepare<[], number | null>('SELECT max(seq) FROM change_log').pluck().get() ?? 0;
}

/** What kinds of record changed after a sequence number. */
export function changedEntities(connection: Connection, after: number): string[] {
  return connection
    .prepare<[number], string>('SELECT DISTINCT entity FROM change_log WHERE seq > ?')
    .pluck()
    .all(after);
}
