import 'server-only';
import type { RootEntity } from '#lib/rules/ast.ts';
import type { Scope } from '#lib/permissions/scope.ts';
import type { Connection } from '../../client.ts';
import { scopeFilter } from '../accounts/scope-filter.ts';

/** Members now by stored intervals, within scope, by segment row id. */
function countMembers(connection: Connection, scope: Scope): Map<number, number> {
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

/** Members of one segment now by its stored intervals, within scope. */
export function countMembersOf(
  connection: Connection,
  question: { segmentId: number; entity: RootEntity; scope: Scope },
): number {
  const isContact = question.entity === 'contact';
  const inScope = scopeFilter(question.scope, isContact ? 'r.account_id' : 'r.id');
  return (
    connection
      .prepare<unknown[], number>(
        `SELECT count(*) FROM segment_members m JOIN ${isContact ? 'contacts' : 'accounts'} r ON r.id = m.record_id
         WHERE m.segment_id = ? AND m.to_at IS NULL AND ${inScope.sql}`,
      )
      .pluck()
      .get(question.segmentId, ...inScope.params) ?? 0
  );
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
function segmentDealFacts(connection: Connection, scope: Scope): Map<number, DealFacts> {
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

/**
 * Members of each segment at ascending instants (`edges`, epoch ms), within scope. One pass: who was in at the
 * first edge, then who came and went between two edges.
 */
function memberCountsAt(
  connection: Connection,
  scope: Scope,
  edges: readonly number[],
): Map<number, number[]> {
  const [first = 0] = edges;
  const last = edges.at(-1) ?? 0;
  const accounts = scopeFilter(scope, 'm.record_id');
  const contacts = scopeFilter(scope, 'c.account_id');
  const rows = connection
    .prepare<unknown[], { segmentId: number; fromEdge: number; toEdge: number | null; members: number }>(
      `WITH edges(position, at) AS (SELECT key, value FROM json_each(?)),
       spans AS (
         SELECT m.segment_id AS segmentId,
           CASE WHEN m.from_at <= ? THEN 0 ELSE (SELECT min(position) FROM edges WHERE at >= m.from_at) END AS fromEdge,
           CASE WHEN m.to_at IS NULL OR m.to_at > ? THEN NULL
             ELSE (SELECT min(position) FROM edges WHERE at >= m.to_at) END AS toEdge
         FROM segments s JOIN segment_members m ON m.segment_id = s.id
         WHERE s.archived_at IS NULL AND m.from_at <= ? AND (m.to_at IS NULL OR m.to_at > ?)
           AND CASE s.entity WHEN 'account' THEN ${accounts.sql}
             ELSE EXISTS (SELECT 1 FROM contacts c WHERE c.id = m.record_id AND ${contacts.sql}) END)
       SELECT segmentId, fromEdge, toEdge, count(*) AS members FROM spans GROUP BY segmentId, fromEdge, toEdge`,
    )
    .all(JSON.stringify(edges), first, last, last, first, ...accounts.params, ...contacts.params);
  const counts = new Map<number, number[]>();
  for (const { segmentId, fromEdge, toEdge, members } of rows) {
    const series = counts.get(segmentId) ?? edges.map(() => 0);
    for (let at = fromEdge; at < (toEdge ?? edges.length); at++) series[at] = (series[at] ?? 0) + members;
    counts.set(segmentId, series);
  }
  return counts;
}

export type SegmentFigures = {
  members: Map<number, number>;
  deals: Map<number, DealFacts>;
  trends: Map<number, number[]>;
};

/** Size, deals and size over time of all segments, by row id. Reads every membership: for the reads worker. */
export function segmentFigures(
  connection: Connection,
  { scope, edges }: { scope: Scope; edges: readonly number[] },
): SegmentFigures {
  return {
    members: countMembers(connection, scope),
    deals: segmentDealFacts(connection, scope),
    trends: memberCountsAt(connection, scope, edges),
  };
}
