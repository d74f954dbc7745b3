import { store } from '#db/client.ts';
import { capacityNow } from '#db/queries/capacity/people.ts';
import { territoryHolderRows } from '#db/queries/plans/plan-rows.ts';
import { readHandSettings, writeHandChange } from '#db/queries/plans/save-hand-changes.ts';
import { touchPlan } from '#db/queries/plans/save-plan.ts';
import { write } from '#db/write.ts';
import type { Context } from '#lib/permissions/context.ts';
import { appError } from '#lib/shared/errors.ts';
import { formatCount } from '#lib/shared/format.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import { type SplitAnswer, slotLabels } from '#lib/shared/plan-shapes.ts';
import type { Slot } from '#lib/territories/plan-model.ts';
import { unplacedSentence } from '#lib/territories/split-words.ts';
import { heavyRead } from '#workers/reads/host.ts';
import { requirePlan, requireTerritory, requireWholePlan } from './plan-access.ts';
import { ruleMembers } from './rule-members.ts';

/**
 * Splits a territory's accounts evenly by potential among the holders of a slot, and keeps the answer in the draft.
 * Locked accounts stay, nobody is taken over account cap or touch capacity. Returns the audit entry that `undoChange` takes back.
 */
export async function splitTerritory(
  ctx: Context,
  planId: string,
  territoryId: string,
  slot: Slot,
): Promise<SplitAnswer> {
  requireWholePlan(ctx, 'plans.edit');
  const { connection } = store();
  const plan = requirePlan(connection, planId);
  const territory = requireTerritory(connection, plan, territoryId);
  const holders = territoryHolderRows(connection, plan.id).filter(
    (row) => row.territoryId === territory.id && row.slot === slot,
  );
  if (holders.length < 2) {
    throw appError(
      'invalid',
      `"${territory.name}" needs at least two ${slotLabels[slot]} holders to split its accounts.`,
    );
  }
  const { members, today } = await ruleMembers(ctx, plan.id);
  const { split, shares, unplaced } = await heavyRead('planSplit', {
    planId: plan.id,
    members,
    today,
    territoryId: territory.id,
    slot,
  });
  const placed = split.filter((item) => item.repId !== null);
  const names = new Map(holders.map((holder) => [holder.repId, holder.name]));
  const capacity = capacityNow(connection, today);
  const parties = holders.map((holder) => ({
    ...holder,
    capacityTouches: capacity.get(holder.repId)?.touches ?? null,
  }));
  const sentence = unplacedSentence(unplaced, parties, slotLabels[slot]);
  if (placed.length === 0 && sentence !== null) throw appError('invalid', sentence);
  return write(ctx, (tx) => {
    const accountIds = split.map((item) => item.accountId);
    const before = readHandSettings(tx.connection, plan.id, accountIds);
    for (const [repId, group] of Map.groupBy(split, (item) => item.repId)) {
      writeHandChange(
        tx.connection,
        plan.id,
        { accountIds: group.map((item) => item.accountId), holder: { slot, repId }, reason: 'split' },
        { now: ctx.now, userId: ctx.actor.userId },
      );
    }
    touchPlan(tx.connection, plan.id, ctx.now);
    const auditId = tx.audit({
      action: 'plan.change_accounts',
      entity: 'plan',
      recordId: plan.id,
      summary: `Split the ${placed.length} open accounts of "${territory.name}" evenly among ${holders.length} ${slotLabels[slot]} holders.${unplaced.accounts > 0 ? ` ${formatCount(unplaced.accounts, 'account')} found no room.` : ''}`,
      before: { accountIds, ...before },
    });
    tx.changed({ entity: 'plan', recordId: plan.id, op: 'update' });
    return {
      undoId: toPublicId('audit', auditId),
      accounts: placed.length,
      unplaced: unplaced.accounts,
      unplacedSentence: sentence,
      shares: shares.map(({ repId, ...share }) => ({
        repId: toPublicId('rep', repId),
        name: names.get(repId) ?? '',
        ...share,
      })),
    };
  });
}
