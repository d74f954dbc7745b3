import { store } from '#db/client.ts';
import { planVersionRows } from '#db/queries/plans/place-history.ts';
import { touchPlanOnly } from '#db/queries/plans/save-plan.ts';
import { markWithdrawn, waitingVersion } from '#db/queries/plans/waiting-version.ts';
import { type Tx, write } from '#db/write.ts';
import type { Context } from '#lib/permissions/context.ts';
import { appError } from '#lib/shared/errors.ts';
import { dayInWords } from './effective-day.ts';
import { requirePlan, requireWholePlan } from './plan-access.ts';

/**
 * Takes a version back before its day: nothing was written for it, so nothing changes. Its number stays taken. Throws
 * `not_found`, and `conflict` for one that has taken effect or was withdrawn already.
 */
export async function withdrawVersion(
  ctx: Context,
  planId: string,
  number: number,
  { note = null }: { note?: string | null | undefined },
): Promise<void> {
  requireWholePlan(ctx, 'plans.publish');
  const plan = requirePlan(store().connection, planId);
  await write(ctx, (tx) => {
    const version = planVersionRows(tx.connection, plan.id).find((row) => row.number === number);
    if (!version) throw appError('not_found', `"${plan.name}" has no version ${number}.`);
    if (version.withdrawnAt !== null) throw appError('conflict', `v${number} was withdrawn already.`);
    if (version.tookEffectAt !== null) {
      throw appError(
        'conflict',
        `v${number} has taken over meanwhile. Go back to the version before it instead.`,
      );
    }
    withdraw(ctx, tx, { ...version, planId: plan.id, planName: plan.name }, note);
  });
}

type Waiting = { id: number; planId: number; planName: string; number: number; effectiveAt: number };

function withdraw(ctx: Context, tx: Tx, version: Waiting, reason: string | null): void {
  markWithdrawn(tx.connection, version.id, ctx.now);
  touchPlanOnly(tx.connection, version.planId, ctx.now);
  tx.audit({
    action: 'plan.withdraw_version',
    entity: 'plan',
    recordId: version.planId,
    summary: `Withdrew v${version.number} of "${version.planName}", which was to take over on ${dayInWords(tx.connection, version.effectiveAt)}.`,
    before: { version: version.number, effectiveAt: version.effectiveAt },
    reason,
  });
  tx.changed({ entity: 'plan', recordId: version.planId, op: 'update' });
}

/** Two versions may not wait, nor may one overtake the other: withdraws the one that waits, or refuses in words. */
export function makeWay(ctx: Context, tx: Tx, replaces: boolean): void {
  const version = waitingVersion(tx.connection);
  if (!version) return;
  if (replaces) return withdraw(ctx, tx, version, 'Replaced by a newer version');
  throw appError(
    'conflict',
    `v${version.number} waits to take over on ${dayInWords(tx.connection, version.effectiveAt)}. Withdraw it first, or publish this version in its place.`,
    { current: { waiting: version.number } },
  );
}
