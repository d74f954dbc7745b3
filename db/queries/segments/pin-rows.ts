import 'server-only';
import type { Scope } from '#lib/permissions/scope.ts';
import type { RootEntity } from '#lib/rules/ast.ts';
import { foldText } from '#lib/shared/text.ts';
import type { Connection } from '../../client.ts';
import { scopeFilter } from '../accounts/scope-filter.ts';

export type PinSide = 'in' | 'out';

/** A pin that holds now, with its record's name. Times epoch ms; `expiresAt` = when it ceases to hold. */
export type PinRow = {
  recordId: number;
  name: string | null;
  side: PinSide;
  reason: string;
  fromAt: number;
  expiresAt: number | null;
  createdByName: string | null;
};

/** Holds at `:at`: not taken away, not run out. */
const holds =
  'p.from_at <= :at AND (p.to_at IS NULL OR p.to_at > :at) AND (p.expires_at IS NULL OR p.expires_at > :at)';

/** The records of an entity as `r`, and which of them a scope reaches. */
function recordsInScope(entity: RootEntity, scope: Scope) {
  const isContact = entity === 'contact';
  return {
    table: isContact ? 'contacts' : 'accounts',
    inScope: scopeFilter(scope, isContact ? 'r.account_id' : 'r.id'),
  };
}

/** One page of the pins that hold within scope, by name; `search` looks into names. */
export function listPinRows(
  connection: Connection,
  question: {
    segmentId: number;
    entity: RootEntity;
    scope: Scope;
    side: PinSide | null;
    search: string;
    at: number;
    limit: number;
    offset: number;
  },
): PinRow[] {
  const { entity, scope, search, ...asked } = question;
  const { table, inScope } = recordsInScope(entity, scope);
  return connection
    .prepare<unknown[], PinRow>(
      `SELECT p.record_id AS recordId, r.name, p.side, p.reason, p.from_at AS fromAt, p.expires_at AS expiresAt,
         u.name AS createdByName
       FROM segment_pins p JOIN ${table} r ON r.id = p.record_id
         AND r.archived_at IS NULL
       LEFT JOIN users u ON u.id = p.created_by_user_id
       WHERE p.segment_id = :segmentId AND (:side IS NULL OR p.side = :side) AND ${holds}
         AND instr(coalesce(r.name_folded, ''), :search) > 0 AND ${inScope.sql}
       ORDER BY r.name_folded, r.id LIMIT :limit OFFSET :offset`,
    )
    .all(...inScope.params, { ...asked, search: foldText(search) });
}

/** How many pins of each side hold, of records within scope. */
export function countPins(
  connection: Connection,
  { entity, scope, ...asked }: { segmentId: number; entity: RootEntity; scope: Scope; at: number },
): { in: number; out: number } {
  const { table, inScope } = recordsInScope(entity, scope);
  const rows = connection
    .prepare<unknown[], { side: PinSide; count: number }>(
      `SELECT p.side, count(*) AS count FROM segment_pins p JOIN ${table} r ON r.id = p.record_id
       WHERE p.segment_id = :segmentId AND ${holds} AND ${inScope.sql} GROUP BY p.side`,
    )
    .all(...inScope.params, asked);
  return { in: 0, out: 0, ...Object.fromEntries(rows.map(({ side, count }) => [side, count])) };
}

/** The pin of one record that held at an instant, or null. */
export function findPin(
  connection: Connection,
  question: { segmentId: number; recordId: number; at: number },
): Omit<PinRow, 'name' | 'recordId'> | null {
  return (
    connection
      .prepare<unknown[], Omit<PinRow, 'name' | 'recordId'>>(
        `SELECT p.side, p.reason, p.from_at AS fromAt, p.expires_at AS expiresAt, u.name AS createdByName
         FROM segment_pins p LEFT JOIN users u ON u.id = p.created_by_user_id
         WHERE p.segment_id = :segmentId AND p.record_id = :recordId AND ${holds} ORDER BY p.id DESC LIMIT 1`,
      )
      .get(question) ?? null
  );
}

/** The pins of these records that hold, by record. */
export function pinsOfRecords(
  connection: Connection,
  question: { segmentId: number; at: number },
  recordIds: readonly number[],
): Pick<PinRow, 'recordId' | 'side' | 'reason' | 'expiresAt'>[] {
  return connection
    .prepare<unknown[], Pick<PinRow, 'recordId' | 'side' | 'reason' | 'expiresAt'>>(
      `SELECT p.record_id AS recordId, p.side, p.reason, p.expires_at AS expiresAt FROM segment_pins p
       WHERE p.segment_id = :segmentId AND p.record_id IN (SELECT value FROM json_each(:ids)) AND ${holds}
       ORDER BY p.record_id`,
    )
    .all({ ...question, ids: JSON.stringify(recordIds) });
}

/** When a pin of a segment last began or was taken away, epoch ms; null when it never had one. */
export function pinsChangedAt(connection: Connection, segmentId: number): number | null {
  return (
    connection
      .prepare<[number], number | null>(
        'SELECT max(max(from_at, coalesce(to_at, from_at))) FROM segment_pins WHERE segment_id = ?',
      )
      .pluck()
      .get(segmentId) ?? null
  );
}

export type NewPins = {
  segmentId: number;
  side: PinSide;
  reason: string;
  at: number;
  expiresAt: number | null;
  userId: number | null;
};

/** Pins records from `at` on; a pin that they had of this segment ends then. */
export function insertPins(connection: Connection, pins: NewPins, recordIds: readonly number[]): void {
  endPins(connection, pins, recordIds);
  connection
    .prepare(
      `INSERT INTO segment_pins (segment_id, record_id, side, reason, from_at, expires_at, created_by_user_id)
       SELECT :segmentId, value, :side, :reason, :at, :expiresAt, :userId FROM json_each(:ids)`,
    )
    .run({ ...pins, ids: JSON.stringify(recordIds) });
}

/** Ends the pins of these records at `at`; one that began at that same instant never was. Returns how many held. */
export function endPins(
  connection: Connection,
  { segmentId, at }: { segmentId: number; at: number },
  recordIds: readonly number[],
): number {
  const params = { segmentId, at, ids: JSON.stringify(recordIds) };
  const open =
    'segment_id = :segmentId AND to_at IS NULL AND record_id IN (SELECT value FROM json_each(:ids))';
  const { changes: undone } = connection
    .prepare(`DELETE FROM segment_pins WHERE ${open} AND from_at >= :at`)
    .run(params);
  const { changes: ended } = connection
    .prepare(`UPDATE segment_pins SET to_at = :at WHERE ${open} AND (expires_at IS NULL OR expires_at > :at)`)
    .run(params);
  return undone + ended;
}

/** Pins the next members of another segment by row id, up to `limit`; returns the last one's id, null when none was left. */
export function pinMembers(
  connection: Connection,
  pins: NewPins,
  source: { segmentId: number; afterRecordId: number; limit: number },
): number | null {
  const ids = connection
    .prepare<[number, number, number], number>(
      `SELECT record_id FROM segment_members WHERE segment_id = ? AND to_at IS NULL AND record_id > ?
       ORDER BY record_id LIMIT ?`,
    )
    .pluck()
    .all(source.segmentId, source.afterRecordId, source.limit);
  if (ids.length > 0) insertPins(connection, pins, ids);
  return ids.at(-1) ?? null;
}
