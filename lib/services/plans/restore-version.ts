import { store } from '#db/client.ts';
import { planVersionRows, versionSnapshot } from '#db/queries/plans/place-history.ts';
import { touchPlan } from '#db/queries/plans/save-plan.ts';
import { insertPlanVersion, writeMoves } from '#db/queries/plans/write-publish.ts';
import { write } from '#db/write.ts';
import type { Context } from '#lib/permissions/context.ts';
import { refreshSegmentsLater } from '#lib/services/segments/refresh.ts';
import { appError } from '#lib/shared/errors.ts';
import type { RestoredVersion } from '#lib/shared/plan-shapes.ts';
import { heavyRead } from '#workers/reads/host.ts';
import { requirePlan, requireWholePlan } from './plan-access.ts';

/**
 * Puts every account back where it lay, and with whom it was, when the version after this one took over: a new version
 * that moves them back, effective at once. The draft stays as it is and then suggests its own moves again. `isDry`
 * counts without writing. The version in force has nothing to go back to (`invalid`).
 */
export async function restoreVersion(
  ctx: Context,
  planId: string,
  number: number,
  { note = null, isDry = false }: { note?: string | null | undefined; isDry?: boolean },
): Promise<RestoredVersion> {
  requireWholePlan(ctx, 'plans.publish');
  const plan = requirePlan(store().connection, planId);
  const versions = planVersionRows(store().connection, plan.id);
  const version = versions.find((row) => row.number === number);
  if (!version) throw appError('not_found', `"${plan.name}" has no version ${number}.`);
  const next = versions.find((row) => row.number === number + 1);
  if (!next) throw appError('invalid', `v${number} is in force; there is nothing to go back from.`);
  const { moves, movedAmount, keptAccounts } = await heavyRead('movesToState', {
    at: next.effectiveAt - 1,
    words: `Back to v${number}`,
  });
  const answer = { movedAccounts: moves.length, movedAmount, keptAccounts };
  if (isDry) return { ...answer, number: null };
  return write(ctx, (tx) => {
    const isNewest = planVersionRows(tx.connection, plan.id)[0]?.number === versions[0]?.number;
    if (!isNewest) {
      throw appError('conflict', `"${plan.name}" was published anew meanwhile. Look at its versions again.`);
    }
    const created = insertPlanVersion(tx.connection, {
      planId: plan.id,
      snapshot: versionSnapshot(tx.connection, version.id),
      movedAccounts: moves.length,
      note: note ?? `Back to v${number}`,
      at: ctx.now,
      userId: ctx.actor.userId,
    });
    writeMoves(tx.connection, moves, created.id, ctx.now);
    touchPlan(tx.connection, plan.id, ctx.now);
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
