import 'server-only';
import type { Connection } from '../../client.ts';

/** What somebody did later to accounts that a change by hand had set. */
export type LaterChange = {
  auditId: number;
  /** `hand`: by hand again; `request`: an accepted request; `replaced`: the whole draft, by a scenario or a re-base. */
  how: 'hand' | 'request' | 'replaced';
  userId: number | null;
  by: string;
  /** Those of the accounts asked about that it changed; none where it replaced everything. */
  accountIds: number[];
};

/**
 * The latest thing done since an audit entry to any of these accounts in a plan's draft, or to all of it, that was not
 * taken back; null = they are as the entry left them.
 */
export function changedSince(
  connection: Connection,
  { auditId, planId, accountIds }: { auditId: number; planId: number; accountIds: readonly number[] },
): LaterChange | null {
  const ids = JSON.stringify(accountIds);
  const later = connection
    .prepare<[{ auditId: number; planId: number; ids: string }], Omit<LaterChange, 'accountIds'>>(
      `SELECT a.id AS auditId, a.user_id AS userId, a.actor AS by,
         CASE a.action WHEN 'plan.change_accounts' THEN 'hand' WHEN 'account.accept_change' THEN 'request' ELSE 'replaced' END AS how
       FROM audit a WHERE a.id > @auditId AND (
         (a.action IN ('scenario.adopt', 'scenario.rebase') AND a.record_id = @planId)
         OR (a.action = 'account.accept_change' AND a.record_id IN (SELECT value FROM json_each(@ids))
           AND (SELECT scenario_of_plan_id FROM plans WHERE id = @planId) IS NULL)
         OR (a.action = 'plan.change_accounts' AND a.record_id = @planId AND EXISTS (
           SELECT 1 FROM json_each(a.before, '$.accountIds') WHERE value IN (SELECT value FROM json_each(@ids)))))
         AND NOT EXISTS (SELECT 1 FROM audit u WHERE u.id > a.id
           AND u.action IN ('plan.undo_change', 'account.undo_accept') AND json_extract(u.after, '$.undone') = a.id)
       ORDER BY a.id DESC LIMIT 1`,
    )
    .get({ auditId, planId, ids });
  if (!later) return null;
  const changed = connection
    .prepare<[string, number], number>(
      `SELECT value FROM json_each(?) WHERE value IN (
         SELECT coalesce(j.value, a.record_id) FROM audit a LEFT JOIN json_each(a.before, '$.accountIds') j WHERE a.id = ?)`,
    )
    .pluck();
  return { ...later, accountIds: later.how === 'replaced' ? [] : changed.all(ids, later.auditId) };
}
