import 'server-only';
import type { Scope } from '#lib/permissions/scope.ts';
import type { RootEntity } from '#lib/rules/ast.ts';
import { sql } from '#lib/rules/printers/sql.ts';
import type { Connection } from '../../client.ts';
import { readIds, readPairs } from './read-arrays.ts';

/** Ids of all live records, ascending. */
export function liveIds(connection: Connection, entity: RootEntity): Int32Array {
  return entity === 'account'
    ? readIds(connection, sql`SELECT id FROM accounts WHERE archived_at IS NULL ORDER BY id`)
    : readIds(connection, sql`SELECT id FROM contacts WHERE archived_at IS NULL ORDER BY id`);
}

/** Ids of the records within a scope: accounts now held by one of its reps, or the contacts of those. */
export function scopedIds(
  connection: Connection,
  entity: RootEntity,
  scope: Extract<Scope, { all: false }>,
): Int32Array {
  const held = sql`SELECT s.account_id FROM assignments s WHERE s.to_at IS NULL AND s.rep_id IN (SELECT value FROM json_each(${JSON.stringify(scope.repIds)}))`;
  return entity === 'account'
    ? readIds(connection, sql`SELECT DISTINCT account_id AS id FROM (${held})`)
    : readIds(connection, sql`SELECT c.id FROM contacts c WHERE c.account_id IN (${held})`);
}

/** How many reachable contacts each account has; of contacts, 1 for each that is reachable. */
export function reachableCounts(
  connection: Connection,
  entity: RootEntity,
): { ids: Int32Array; values: Float64Array } {
  return entity === 'account'
    ? readPairs(
        connection,
        sql`SELECT c.account_id AS id, count(*) AS v FROM contacts c WHERE c.reachable = 1 AND c.archived_at IS NULL AND c.account_id IS NOT NULL GROUP BY c.account_id`,
      )
    : readPairs(
        connection,
        sql`SELECT c.id, 1 AS v FROM contacts c WHERE c.reachable = 1 AND c.archived_at IS NULL`,
      );
}

/** Row ids of the published segments of an entity. */
export function publishedSegmentIds(connection: Connection, entity: RootEntity): number[] {
  return connection
    .prepare<[string], number>(
      `SELECT id FROM segments WHERE status = 'published' AND entity = ? AND archived_at IS NULL ORDER BY id`,
    )
    .pluck()
    .all(entity);
}

/** Record ids that are in a segment now, by its membership intervals. */
export function memberIds(connection: Connection, segmentId: number): Int32Array {
  return readIds(
    connection,
    sql`SELECT record_id AS id FROM segment_members WHERE segment_id = ${segmentId} AND to_at IS NULL`,
  );
}

/** Memberships of a segment, past ones too: [from, to) in epoch ms, an open end is infinite. */
export type MemberIntervals = { recordIds: Int32Array; from: Float64Array; to: Float64Array };

export function memberIntervals(connection: Connection, segmentId: number): MemberIntervals {
  const opened = readPairs(
    connection,
    sql`SELECT record_id AS id, from_at AS v FROM segment_members WHERE segment_id = ${segmentId} ORDER BY id`,
  );
  const closed = readPairs(
    connection,
    sql`SELECT record_id AS id, coalesce(to_at, 9e18) AS v FROM segment_members WHERE segment_id = ${segmentId} ORDER BY id`,
  );
  const to = closed.values.map((at) => (at >= 9e18 ? Number.POSITIVE_INFINITY : at));
  return { recordIds: opened.ids, from: opened.values, to };
}
