import 'server-only';
import { store } from '#db/client.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { isAppError } from '#lib/shared/errors.ts';
import { compareQuery, type Comparison } from '#lib/shared/scenario-shapes.ts';
import { allHeads } from './compared-sides.ts';
import { comparePlans } from './compare-plans.ts';
import { scenarioChoices } from './list-scenarios.ts';
import { requireOwnPlan } from './scenario-access.ts';

/** The comparison that an address asks for, or a sentence that says why there is none. */
export async function reviewComparison(
  ctx: Context,
  asked: Record<string, string | string[] | undefined>,
): Promise<{ ok: true; value: Comparison } | { ok: false; error: string | null }> {
  requireCan(ctx.actor, 'plans.read');
  const query = compareQuery.safeParse(asked);
  if (!query.success) {
    return { ok: false, error: asked.plans ? (query.error.issues[0]?.message ?? null) : null };
  }
  try {
    return { ok: true, value: await comparePlans(ctx, query.data) };
  } catch (error) {
    if (isAppError(error) && (error.code === 'invalid' || error.code === 'not_found')) {
      return { ok: false, error: error.message };
    }
    throw error;
  }
}

/** What of a plan can be compared, by name. */
export function compareChoices(ctx: Context, planId: string): { id: string; name: string }[] {
  const plan = requireOwnPlan(store().connection, planId);
  const ids = scenarioChoices(ctx, planId).map((item) => item.id);
  return allHeads(plan, ids).map(({ id, name }) => ({ id, name }));
}
