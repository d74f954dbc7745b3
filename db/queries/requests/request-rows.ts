import 'server-only';
import type { Scope } from '#lib/permissions/scope.ts';
import type { RequestKind } from '#lib/shared/request-shapes.ts';
import type { Slot } from '#lib/territories/plan-model.ts';
import type { Connection } from '../../client.ts';

export type RequestRow = {
  id: number;
  accountId: number;
  accountName: string;
  isArchived: number;
  slot: Slot;
  kind: RequestKind;
  fromRepId: number | null;
  fromName: string | null;
  toRepId: number | null;
  toName: string | null;
  /** Whether the one named can still hold accounts. */
  toIsHolder: number;
  /** Who holds it now. */
  nowRepId: number | null;
  nowName: string | null;
  reason: string;
  status: 'open' | 'accepted' | 'refused' | 'withdrawn';
  askedByUserId: number | null;
  askedBy: string | null;
  askedByRepId: number | null;
  askedAt: number;
  decidedBy: string | null;
  decidedAt: number | null;
  answer: string | null;
  givenToRepId: number | null;
  givenToName: string | null;
  version: number;
};

const select = `SELECT q.id, q.account_id AS accountId, a.name AS accountName, a.archived_at IS NOT NULL AS isArchived,
    q.slot, q.kind, q.from_rep_id AS fromRepId, f.name AS fromName, q.to_rep_id AS toRepId, t.name AS toName,
    coalesce(t.is_active = 1 AND t.archived_at IS NULL AND t.is_opening = 0, 0) AS toIsHolder,
    s.rep_id AS nowRepId, n.name AS nowName, q.reason, q.status,
    q.asked_by_user_id AS askedByUserId, u.name AS askedBy, u.rep_id AS askedByRepId, q.asked_at AS askedAt,
    d.name AS decidedBy, q.decided_at AS decidedAt, q.answer, q.given_to_rep_id AS givenToRepId, g.name AS givenToName,
    q.version
  FROM account_requests q JOIN accounts a ON a.id = q.account_id
  LEFT JOIN reps f ON f.id = q.from_rep_id LEFT JOIN reps t ON t.id = q.to_rep_id
  LEFT JOIN reps g ON g.id = q.given_to_rep_id
  LEFT JOIN users u ON u.id = q.asked_by_user_id LEFT JOIN users d ON d.id = q.decided_by_user_id
  LEFT JOIN assignments s ON s.account_id = q.account_id AND s.slot = q.slot AND s.to_at IS NULL
  LEFT JOIN reps n ON n.id = s.rep_id`;

export function findRequest(connection: Connection, id: number): RequestRow | null {
  return connection.prepare<[number], RequestRow>(`${select} WHERE q.id = ?`).get(id) ?? null;
}

/** Whose requests are meant: those that one person asked for, or those that touch a book within a scope. */
export type RequestReach = { askedByUserId: number } | { scope: Scope };

function reachFilter(reach: RequestReach): { sql: string; params: unknown[] } {
  if ('askedByUserId' in reach) return { sql: 'q.asked_by_user_id = ?', params: [reach.askedByUserId] };
  if (reach.scope.all) return { sql: '1', params: [] };
  const ids = JSON.stringify(reach.scope.repIds);
  const inScope = (column: string) => `${column} IN (SELECT value FROM json_each(?))`;
  return {
    sql: `(${inScope('q.from_rep_id')} OR ${inScope('q.to_rep_id')}
      OR q.asked_by_user_id IN (SELECT id FROM users WHERE ${inScope('rep_id')}))`,
    params: [ids, ids, ids],
  };
}

/** Requests by reach, open ones first, the latest first. `accountId` narrows them to one account. */
export function listRequestRows(
  connection: Connection,
  reach: RequestReach,
  filter: { status: 'open' | 'decided' | 'all'; accountId: number | null; limit: number },
): RequestRow[] {
  const where = reachFilter(reach);
  const status = { open: "q.status = 'open'", decided: "q.status <> 'open'", all: '1' }[filter.status];
  return connection
    .prepare<unknown[], RequestRow>(
      `${select} WHERE ${where.sql} AND ${status} AND (? IS NULL OR q.account_id = ?)
       ORDER BY q.status = 'open' DESC, coalesce(q.decided_at, q.asked_at) DESC, q.id DESC LIMIT ?`,
    )
    .all(...where.params, filter.accountId, filter.accountId, filter.limit);
}

/** How many are open within reach. */
export function countOpenRequests(connection: Connection, reach: RequestReach): number {
  const where = reachFilter(reach);
  return (
    connection
      .prepare<unknown[], number>(
        `SELECT count(*) FROM account_requests q WHERE q.status = 'open' AND ${where.sql}`,
      )
      .pluck()
      .get(...where.params) ?? 0
  );
}

/** An open request of the same person about the same slot of an account, or null. */
export function openTwin(
  connection: Connection,
  twin: { accountId: number; slot: Slot; userId: number | null },
): number | null {
  return (
    connection
      .prepare<[number, Slot, number | null], number>(
        `SELECT id FROM account_requests
         WHERE account_id = ? AND slot = ? AND status = 'open' AND asked_by_user_id IS ?`,
      )
      .pluck()
      .get(twin.accountId, twin.slot, twin.userId) ?? null
  );
}
