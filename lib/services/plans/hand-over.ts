import { store } from '#db/client.ts';
import { holdersNow } from '#db/queries/capacity/holders-now.ts';
import { handOverChanges } from '#db/queries/plans/hand-over.ts';
import { readHandSettings, writeHandChange } from '#db/queries/plans/save-hand-changes.ts';
import { touchPlan } from '#db/queries/plans/save-plan.ts';
import { write } from '#db/write.ts';
import type { Context } from '#lib/permissions/context.ts';
import { requireRep } from '#lib/services/reps/list.ts';
import { formatCount } from '#lib/shared/format.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import { type HandedOver, type HandOverInput, slotLabels } from '#lib/shared/plan-shapes.ts';
import { heavyRead } from '#workers/reads/host.ts';
import { bookViews } from './book-views.ts';
import { requirePlan, requireWholePlan } from './plan-access.ts';
import { ruleMembers } from './rule-members.ts';

const why = { leaves: 'leaves', onLeave: 'is on leave' } as const;

/**
 * Gives what one rep holds in a slot of the draft to the least loaded colleagues of the same role, and moves nothing
 * else. `isDry` says what it would do. Returns the audit entry that `undoChange` takes back.
 */
export async function handOverAccounts(
  ctx: Context,
  planId: string,
  input: HandOverInput,
  isDry: boolean,
): Promise<HandedOver> {
  requireWholePlan(ctx, 'plans.edit');
  const { connection } = store();
  const plan = requirePlan(connection, planId);
  const rep = requireRep(connection, input.repId);
  const { members, today } = await ruleMembers(ctx, plan.id);
  const reason = `${rep.name} ${why[input.because]}`;
  const found = await heavyRead('planHandOver', {
    planId: plan.id,
    members,
    today,
    repId: rep.id,
    slot: input.slot,
    reason,
  });
  const books = bookViews(holdersNow(connection, today), found).filter(
    (book) => book.slot === input.slot && book.before?.accounts !== book.after?.accounts,
  );
  const accountIds = found.given.flatMap((item) => item.accountIds);
  const answer = {
    accounts: accountIds.length,
    unplaced: found.unplacedIds.length,
    locked: found.lockedIds.length,
    books,
  };
  if (isDry || accountIds.length === 0) return { ...answer, undoId: null };
  return write(ctx, (tx) => {
    const before = readHandSettings(tx.connection, plan.id, accountIds);
    for (const change of handOverChanges(found, input.slot, reason)) {
      writeHandChange(tx.connection, plan.id, change, { now: ctx.now, userId: ctx.actor.userId });
    }
    touchPlan(tx.connection, plan.id, ctx.now);
    const auditId = tx.audit({
      action: 'plan.change_accounts',
      entity: 'plan',
      recordId: plan.id,
      summary: `${reason}: handed ${formatCount(accountIds.length, 'account')} (${slotLabels[input.slot]}) over to ${formatCount(found.given.length, 'colleague')}.`,
      before: { accountIds, ...before },
      after: input,
    });
    tx.changed({ entity: 'plan', recordId: plan.id, op: 'update' });
    return { ...answer, undoId: toPublicId('audit', auditId) };
  });
}
