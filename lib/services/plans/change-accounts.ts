import { store } from '#db/client.ts';
import type { PlanRow } from '#db/queries/plans/plan-rows.ts';
import { readHandSettings, writeHandChange } from '#db/queries/plans/save-hand-changes.ts';
import { touchPlan } from '#db/queries/plans/save-plan.ts';
import { write } from '#db/write.ts';
import { holdersNow } from '#db/queries/capacity/holders-now.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { formatCount } from '#lib/shared/format.ts';
import { toPublicId, toRowId } from '#lib/shared/ids.ts';
import type { ChangeEffect, HandChangeInput } from '#lib/shared/plan-shapes.ts';
import { heavyRead } from '#workers/reads/host.ts';
import { bookViews } from './book-views.ts';
import { requirePlan } from './plan-access.ts';
import { readChange } from './read-change.ts';
import { ruleMembers } from './rule-members.ts';

/** Moves, names, locks or keeps accounts by hand in the draft. Returns the audit entry that `undoChange` takes back. */
export async function changeAccounts(
  ctx: Context,
  planId: string,
  input: HandChangeInput,
): Promise<{ undoId: string; accounts: number }> {
  requireCan(ctx.actor, 'plans.edit');
  const found = requirePlan(store().connection, planId);
  const { accountIds, changes } = await readChange(ctx, found, input, await ruleMembers(ctx, found.id));
  return write(ctx, (tx) => {
    const plan = requirePlan(tx.connection, planId);
    const before = readHandSettings(tx.connection, plan.id, accountIds);
    for (const change of changes) {
      writeHandChange(tx.connection, plan.id, change, { now: ctx.now, userId: ctx.actor.userId });
    }
    touchPlan(tx.connection, plan.id, ctx.now);
    const auditId = tx.audit({
      action: 'plan.change_accounts',
      entity: 'plan',
      recordId: plan.id,
      summary: `${describeChange(input, accountIds.length)} in "${plan.name}".`,
      before: { accountIds, ...before },
      after: changes.length === 1 ? changes[0] : { accountIds, ...input },
      reason: input.reason ?? null,
    });
    tx.changed({ entity: 'plan', recordId: plan.id, op: 'update' });
    return { undoId: toPublicId('audit', auditId), accounts: accountIds.length };
  });
}

/** What a change by hand would do to every book it touches, without making it; `signal` gives the question up. */
export async function previewChange(
  ctx: Context,
  planId: string,
  input: HandChangeInput,
  signal?: AbortSignal,
): Promise<ChangeEffect> {
  requireCan(ctx.actor, 'plans.edit');
  const { connection } = store();
  const plan: PlanRow = requirePlan(connection, planId);
  const rules = await ruleMembers(ctx, plan.id);
  const { accountIds, changes, locked } = await readChange(ctx, plan, input, rules, signal);
  const effect = await heavyRead(
    'planEffect',
    { planId: plan.id, members: rules.members, today: rules.today, changes },
    { signal },
  );
  const pipelineOf = (side: 'before' | 'after', { slot, repId }: { slot: string; repId: string }) =>
    effect.pipelines[side].get(`${slot}:${toRowId('rep', repId)}`)?.amount ?? 0;
  const books = bookViews(holdersNow(connection, rules.today), effect)
    .map((book) => ({
      ...book,
      pipelineBeforeAmount: pipelineOf('before', book),
      pipelineAfterAmount: pipelineOf('after', book),
    }))
    .filter(
      ({ before, after, pipelineBeforeAmount, pipelineAfterAmount }) =>
        before?.accounts !== after?.accounts ||
        before?.potentialAmount !== after?.potentialAmount ||
        pipelineBeforeAmount !== pipelineAfterAmount,
    );
  return {
    accounts: accountIds.length,
    locked,
    books,
    movesBefore: effect.movesBefore,
    movesAfter: effect.movesAfter,
  };
}

function describeChange(input: HandChangeInput, accounts: number): string {
  const count = formatCount(accounts, 'account');
  if (input.keep) return `Kept ${count} where they are published`;
  if (input.toRules || input.territoryId === null || input.holder?.repId === null)
    return `Gave ${count} back to the rules`;
  if (input.territoryId !== undefined || input.holder) return `Moved ${count} by hand`;
  return input.isLocked ? `Locked ${count}` : `Unlocked ${count}`;
}
