import 'server-only';
import type { Connection } from '../../client.ts';

export type ApprovalRow = {
  id: number;
  planId: number;
  planVersion: number;
  status: 'open' | 'approved' | 'returned' | 'withdrawn';
  note: string | null;
  effectiveAt: number | null;
  askedByUserId: number | null;
  askedBy: string | null;
  askedAt: number;
  decidedBy: string | null;
  decidedAt: number | null;
};

const columns = `SELECT p.id, p.plan_id AS planId, p.plan_version AS planVersion, p.status, p.note,
    p.effective_at AS effectiveAt, p.asked_by_user_id AS askedByUserId, a.name AS askedBy, p.asked_at AS askedAt,
    d.name AS decidedBy, p.decided_at AS decidedAt
  FROM plan_approvals p LEFT JOIN users a ON a.id = p.asked_by_user_id LEFT JOIN users d ON d.id = p.decided_by_user_id`;

/** What was asked for and decided about a plan, latest first. */
export function approvalRows(connection: Connection, planId: number): ApprovalRow[] {
  return connection
    .prepare<[number], ApprovalRow>(
      `${columns} WHERE p.plan_id = ? ORDER BY p.asked_at DESC, p.id DESC LIMIT 100`,
    )
    .all(planId);
}

/** Row id of the new approval. */
export function insertApproval(
  connection: Connection,
  approval: {
    planId: number;
    planVersion: number;
    note: string | null;
    effectiveAt: number | null;
    userId: number | null;
    now: number;
  },
): number {
  const { lastInsertRowid } = connection
    .prepare(
      `INSERT INTO plan_approvals (plan_id, plan_version, note, effective_at, asked_by_user_id, asked_at)
       VALUES (?, ?, ?, ?, ?, ?)`,
    )
    .run(
      approval.planId,
      approval.planVersion,
      approval.note,
      approval.effectiveAt,
      approval.userId,
      approval.now,
    );
  return Number(lastInsertRowid);
}

export function decideApproval(
  connection: Connection,
  id: number,
  decision: { status: 'approved' | 'returned' | 'withdrawn'; userId: number | null; now: number },
): void {
  connection
    .prepare('UPDATE plan_approvals SET status = ?, decided_by_user_id = ?, decided_at = ? WHERE id = ?')
    .run(decision.status, decision.userId, decision.now, id);
}

export type CommentRow = {
  id: number;
  approvalId: number | null;
  body: string;
  by: string | null;
  writtenAt: number;
};

/** What people said about a plan, oldest first. */
export function commentRows(connection: Connection, planId: number): CommentRow[] {
  return connection
    .prepare<[number], CommentRow>(
      `SELECT c.id, c.approval_id AS approvalId, c.body, u.name AS by, c.at AS writtenAt
       FROM plan_comments c LEFT JOIN users u ON u.id = c.user_id
       WHERE c.plan_id = ? ORDER BY c.at, c.id`,
    )
    .all(planId);
}

/** Row id of the new comment. */
export function insertComment(
  connection: Connection,
  comment: { planId: number; approvalId: number | null; body: string; userId: number | null; now: number },
): number {
  const { lastInsertRowid } = connection
    .prepare('INSERT INTO plan_comments (plan_id, approval_id, body, user_id, at) VALUES (?, ?, ?, ?, ?)')
    .run(comment.planId, comment.approvalId, comment.body, comment.userId, comment.now);
  return Number(lastInsertRowid);
}
