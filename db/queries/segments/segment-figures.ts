import 'server-only';
import type { Scope } from '#lib/permissions/scope.ts';
import type { Connection } from '../../client.ts';
import { scopeFilter } from '../accounts/scope-filter.ts';

/** Members now by stored intervals, within scope, by segment row id. */
export function countMembers(connection: Connection, scope: Scope): Map<number, number> {
  const accounts = scopeFilter(scope, 'm.record_id');
  const contacts = scopeFilter(scope, 'c.account_id');
  const rows = connection
    .prepare<unknown[], { segmentId: number; members: number }>(
      `SELECT m.segment_id AS segmentId, count(*) AS members FROM segment_members m
       JOIN segments s ON s.id = m.segment_id AND s.entity = 'account'
       WHERE m.to_at IS NULL AND ${accounts.sql} GROUP BY m.segment_id
       UNION ALL
       SELECT m.segment_id, count(*) FROM segment_members m
       JOIN segments s ON s.id = m.segment_id AND s.entity = 'contact'
       JOIN contacts c ON c.id = m.record_id
       WHERE m.to_at IS NULL AND ${contacts.sql} GROUP BY m.segment_id`,
    )
    .all(...accounts.params, ...contacts.params);
  return new Map(rows.map((row) => [row.segmentId, row.members]));
}

/** Facts about the deals of a segment's present accounts. `openAmount` is null when no open deal has an amount. */
export type DealFacts = {
  won: number;
  lost: number;
  open: number;
  openAmount: number | null;
  openKnown: number;
};

/** Deal facts by segment row id, for account segments with any deal. */
export function segmentDealFacts(connection: Connection, scope: Scope): Map<number, DealFacts> {
  const inScope = scopeFilter(scope, 'm.record_id');
  const rows = connection
    .prepare<unknown[], DealFacts & { segmentId: number }>(
      `SELECT m.segment_id AS segmentId, sum(st.outcome = 'won') AS won, sum(st.outcome = 'lost') AS lost,
         sum(st.outcome = 'open') AS open, sum(CASE WHEN st.outcome = 'open' THEN o.amount END) AS openAmount,
         sum(st.outcome = 'open' AND o.amount IS NOT NULL) AS openKnown
       FROM segments s
       JOIN segment_members m ON m.segment_id = s.id AND m.to_at IS NULL
       JOIN opportunities o ON o.account_id = m.record_id AND o.archived_at IS NULL
       JOIN stages st ON st.id = o.stage_id
       WHERE s.entity = 'account' AND s.archived_at IS NULL AND ${inScope.sql}
       GROUP BY m.segment_id`,
    )
    .all(...inScope.params);
  return new Map(rows.map(({ segmentId, ...facts }) => [segmentId, facts]));
}

/** Net change of membership by segment and instant bucket, to draw size over time: bucket = index of `edges` (epoch ms). */
export function memberCountsAt(
  connection: Connection,
  scope: Scope,
  edges: readonly number[],
): Map<number, number[]> {
  const inScope = scopeFilter(scope, 'm.record_id');
  const rows = connection
    .prepare<unknown[], { segmentId: number; position: number; members: number }>(
      `WITH edges(position, at) AS (SELECT key, value FROM json_each(?))
       SELECT m.segment_id AS segmentId, e.position, count(*) AS members
       FROM edges e JOIN segment_members m ON m.from_at <= e.at AND (m.to_at IS NULL OR m.to_at > e.at)
       JOIN segments s ON s.id = m.segment_id AND s.entity = 'account' AND s.archived_at IS NULL
       WHERE ${inScope.sql} GROUP BY m.segment_id, e.position`,
    )
    .all(JSON.stringify(edges), ...inScope.params);
  const counts = new Map<number, number[]>();
  for (const row of rows) {
    const series = counts.get(row.segmentId) ?? edges.map(() => 0);
    series[row.position] = row.members;
    counts.set(row.segmentId, series);
  }
  return counts;
}
