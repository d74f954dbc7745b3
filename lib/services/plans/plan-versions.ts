import { type Connection, store } from '#db/client.ts';
import { planVersionRows, versionSnapshot } from '#db/queries/plans/place-history.ts';
import { waitingVersion } from '#db/queries/plans/waiting-version.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import type { PlanVersion, WaitingView } from '#lib/shared/publish-shapes.ts';
import { heavyRead } from '#workers/reads/host.ts';
import { requirePlan } from './plan-access.ts';

type Outcome = { left: { name: string; accounts: number }[]; goneAccounts: number };

/** The versions of a plan, latest first, with which one is in force and which waits. Throws `not_found`. */
export function planHistory(ctx: Context, planId: string): PlanVersion[] {
  requireCan(ctx.actor, 'plans.review');
  const { connection } = store();
  const plan = requirePlan(connection, planId);
  return planVersionRows(connection, plan.id).map(({ id, ...row }) => ({
    ...row,
    ...outcomeOf(connection, id, row),
    state:
      row.withdrawnAt !== null
        ? 'withdrawn'
        : row.tookEffectAt === null
          ? 'waiting'
          : row.number === plan.publishedNumber
            ? 'inForce'
            : 'past',
  }));
}

/** What was noted when a version that had waited took effect. */
function outcomeOf(
  connection: Connection,
  versionId: number,
  { tookEffectAt, publishedAt }: { tookEffectAt: number | null; publishedAt: number },
): Outcome {
  const none = { left: [], goneAccounts: 0 };
  if (tookEffectAt === null || tookEffectAt === publishedAt) return none;
  const { outcome } = versionSnapshot(connection, versionId) as { outcome?: Outcome };
  return outcome ?? none;
}

/** The version of a plan that waits for its day and what would come of it as things are now, or null. */
export async function waitingView(ctx: Context, planId: string): Promise<WaitingView | null> {
  requireCan(ctx.actor, 'plans.review');
  const plan = requirePlan(store().connection, planId);
  const version = waitingVersion(store().connection);
  if (version?.planId !== plan.id) return null;
  const { moves, left, goneAccounts } = await heavyRead('frozenMoves', { versionId: version.id });
  const { number, effectiveAt, note } = version;
  return { number, effectiveAt, note, movedAccounts: moves.length, left, goneAccounts };
}
