import 'server-only';
import type { Connection } from '../../client.ts';

export type AuditRow = {
  id: number;
  at: number;
  userId: number | null;
  actor: string;
  action: string;
  entity: string;
  recordId: number | null;
  summary: string;
  before: string | null;
  after: string | null;
  reason: string | null;
};

export type AuditFilter = {
  userId?: number;
  entity?: string;
  recordId?: number;
  /** Exact, or a beginning when it ends in a dot. */
  action?: string;
  /** Epoch ms, from inclusive, to exclusive. */
  fromAt?: number;
  toAt?: number;
  beforeId?: number;
};

/** Entries that pass the filter, newest first. */
export function listAuditRows(connection: Connection, filter: AuditFilter, limit: number): AuditRow[] {
  const conditions: string[] = [];
  const values: (string | number)[] = [];
  const when = (value: string | number | undefined, sql: string) => {
    if (value === undefined) return;
    conditions.push(sql);
    values.push(value);
  };
  when(filter.userId, 'user_id = ?');
  when(filter.entity, 'entity = ?');
  when(filter.recordId, 'record_id = ?');
  if (filter.action?.endsWith('.')) when(filter.action, 'instr(action, ?) = 1');
  else when(filter.action, 'action = ?');
  when(filter.fromAt, 'at >= ?');
  when(filter.toAt, 'at < ?');
  when(filter.beforeId, 'id < ?');
  const where = conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '';
  return connection
    .prepare<(string | number)[], AuditRow>(
      `SELECT id, at, user_id AS userId, actor, action, entity, record_id AS recordId, summary, before, after, reason
       FROM audit ${where} ORDER BY id DESC LIMIT ?`,
    )
    .all(...values, limit);
}

/** Name of who last changed a record, or null where nobody is known. */
export function lastActor(connection: Connection, entity: string, recordId: number): string | null {
  return listAuditRows(connection, { entity, recordId }, 1)[0]?.actor ?? null;
}

/** What the filters of the page offer: who acted, on what, doing what. */
export function auditChoices(connection: Connection): {
  people: { id: number; name: string }[];
  actions: string[];
} {
  const people = connection
    .prepare<[], { id: number; name: string }>(
      'SELECT id, name FROM users WHERE id IN (SELECT DISTINCT user_id FROM audit) ORDER BY name COLLATE NOCASE',
    )
    .all();
  const actions = connection
    .prepare<[], string>('SELECT DISTINCT action FROM audit ORDER BY action')
    .pluck()
    .all();
  return { people, actions };
}
