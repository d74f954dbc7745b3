import { store } from '#db/client.ts';
import { accountNames } from '#db/queries/plans/account-names.ts';
import { changedSince, type LaterChange } from '#db/queries/plans/changed-since.ts';
import { type HandSettings, restoreHandSettings } from '#db/queries/plans/save-hand-changes.ts';
import { touchPlan } from '#db/queries/plans/save-plan.ts';
import { write } from '#db/write.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { appError } from '#lib/shared/errors.ts';
import { formatCount } from '#lib/shared/format.ts';
import { toRowId } from '#lib/shared/ids.ts';
import { requireAccountsInScope, requirePlan } from './plan-access.ts';

/**
 * Puts the accounts of one change by hand back as they were before it. Throws `not_found`, `forbidden` outside one's
 * scope, `conflict` once anybody changed one of them since or the draft was replaced: that would be lost, so nothing
 * is taken back.
 */
export async function undoChange(ctx: Context, planId: string, undoId: string): Promise<void> {
  requireCan(ctx.actor, 'plans.edit');
  await write(ctx, (tx) => {
    const { connection } = tx;
    const plan = requirePlan(connection, planId);
    const auditId = toRowId('audit', undoId);
    const entry = connection
      .prepare<[number, number], { before: string }>(
        "SELECT before FROM audit WHERE id = ? AND action = 'plan.change_accounts' AND record_id = ?",
      )
      .get(auditId, plan.id);
    if (!entry) throw appError('not_found', 'This change can no longer be found.');
    const before = JSON.parse(entry.before) as { accountIds: number[] } & HandSettings;
    const { accountIds } = before;
    requireAccountsInScope(ctx, connection, accountIds);
    const later = changedSince(connection, { auditId, planId: plan.id, accountIds });
    if (later) throw appError('conflict', overtakenSentence(ctx, later, accountIds.length));
    restoreHandSettings(connection, plan.id, accountIds, before, { now: ctx.now, userId: ctx.actor.userId });
    touchPlan(connection, plan.id, ctx.now);
    tx.audit({
      action: 'plan.undo_change',
      entity: 'plan',
      recordId: plan.id,
      summary: `Took back a change to ${formatCount(accountIds.length, 'account')} in "${plan.name}".`,
      after: { undone: auditId },
    });
    tx.changed({ entity: 'plan', recordId: plan.id, op: 'update' });
  });
}

/** Why a change can no longer be taken back: who changed what since. */
export function overtakenSentence(ctx: Context, later: LaterChange, accounts: number): string {
  const who = later.userId !== null && later.userId === ctx.actor.userId ? 'you' : later.by;
  if (later.how === 'replaced') {
    return `Since then ${who} replaced the whole draft, so nothing was taken back. Change the accounts by hand instead.`;
  }
  const [first] = later.accountIds;
  const name =
    (first !== undefined && accountNames(store().connection, [first]).get(first)?.name) || 'this account';
  const more = later.accountIds.length - 1;
  const which = more > 0 ? `${name} and ${formatCount(more, 'other account')}` : name;
  const did = later.how === 'request' ? `accepted a request about ${which}` : `changed ${which} again`;
  return accounts === 1
    ? `Since then ${who} ${did}, so it was left as it is. Change it by hand instead.`
    : `Since then ${who} ${did}, so none of these ${accounts} accounts was taken back. Change them by hand instead.`;
}
