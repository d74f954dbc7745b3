import { store } from '#db/client.ts';
import { endReturned } from '#db/queries/plans/kept-deals.ts';
import { type PlanVersionRow, planVersionRows, versionSnapshot } from '#db/queries/plans/place-history.ts';
import { hasChangesAfter } from '#db/queries/plans/waiting-version.ts';
import { insertPlanVersion, writeMoves } from '#db/queries/plans/write-publish.ts';
import { write } from '#db/write.ts';
import type { Context } from '#lib/permissions/context.ts';
import { refreshSegmentsLater } from '#lib/services/segments/refresh.ts';
import { appError } from '#lib/shared/errors.ts';
import type { RestoredVersion } from '#lib/shared/plan-shapes.ts';
import { heavyRead } from '#workers/reads/host.ts';
import { requireMayPublish } from './approval-rule.ts';
import { requirePlan } from './plan-access.ts';

/**
 * Puts every account back where it lay, and with whom it was, when the version after this one took over: a new version
 * that moves them back, effective at once. The draft stays as it is and then suggests its own moves again. `isDry`
 * counts without writing. The version in force has nothing to go back to, nor has one that never took over (`invalid`).
 * A version that waits for its day goes on waiting.
 */
export async function restoreVersion(
  ctx: Context,
  planId: string,
  number: number,
  { note = null, isDry = false }: { note?: string | null | undefined; isDry?: boolean },
): Promise<RestoredVersion> {
  requireMayPublish(ctx, store().connection);
  const plan = requirePlan(store().connection, planId);
  const versions = planVersionRows(store().connection, plan.id);
  const version = versions.find((row) => row.number === number);
  if (!version) throw appError('not_found', `"${plan.name}" has no version ${number}.`);
  const inForce = plan.publishedNumber;
  const endedAt = endOf(version, versions);
  const { moves, movedAmount, keptAccounts } = await heavyRead('movesToState', {
    at: endedAt - 1,
    words: `Back to v${number}`,
  });
  const answer = { movedAccounts: moves.length, movedAmount, keptAccounts };
  if (isDry) return { ...answer, number: null };
  return write(ctx, (tx) => {
    const now = requirePlan(tx.connection, planId);
    const isNewest = planVersionRows(tx.connection, plan.id)[0]?.number === versions[0]?.number;
    if (!isNewest || now.publishedNumber !== inForce) {
      throw appError('conflict', `"${plan.name}" was published anew meanwhile. Look at its versions again.`);
    }
    // An accepted request or a new account placed while the moves were worked out.
    if (hasChangesAfter(tx.connection, ctx.now)) {
      throw appError('conflict', 'Accounts changed hands meanwhile. Look at what would move again.');
    }
    const created = insertPlanVersion(tx.connection, {
      planId: plan.id,
      snapshot: versionSnapshot(tx.connection, version.id),
      movedAccounts: moves.length,
      note: note ?? `Back to v${number}`,
      at: ctx.now,
      effectiveAt: ctx.now,
      takesEffect: true,
      userId: ctx.actor.userId,
    });
    writeMoves(tx.connection, moves, created.id, ctx.now);
    endReturned(tx.connection, ctx.now);
    tx.audit({
      action: 'plan.restore_version',
      entity: 'plan',
      recordId: plan.id,
      summary: `Went back to v${number} of "${plan.name}" as v${created.number}: ${moves.length} accounts change territory or holder.`,
      after: { version: created.number, movedAccounts: moves.length },
      reason: note,
    });
    tx.changed({ entity: 'assignment', recordId: null, op: 'bulk' });
    refreshSegmentsLater(tx);
    return { ...answer, number: created.number };
  });
}

/** When the version that followed took over (epoch ms), in the order of taking over and not of publishing. */
function endOf(version: PlanVersionRow, versions: readonly PlanVersionRow[]): number {
  const { id, number, tookEffectAt } = version;
  if (tookEffectAt === null) {
    const why = version.withdrawnAt === null ? 'has not taken over yet' : 'was withdrawn before its day';
    throw appError('invalid', `v${number} ${why}, so there is nothing to go back to.`);
  }
  const later = versions.flatMap((row) =>
    row.tookEffectAt !== null &&
    (row.tookEffectAt > tookEffectAt || (row.tookEffectAt === tookEffectAt && row.id > id))
      ? [row.tookEffectAt]
      : [],
  );
  if (later.length > 0) return Math.min(...later);
  throw appError('invalid', `v${number} is in force; there is nothing to go back from.`);
}
