import { store } from '#db/client.ts';
import { pointCounts } from '#db/queries/plans/plan-places.ts';
import type { Context } from '#lib/permissions/context.ts';
import { countiesOf, countyAt } from '#lib/territories/counties.ts';
import { formatPlaceCode, placeCodeLabel } from '#lib/shared/place-code.ts';
import type { PlanPlace } from '#lib/shared/plan-shapes.ts';
import { requirePlan, requireWholePlan } from './plan-access.ts';

/** The counties of a US state with how many accounts lie in each by their point; those with most first, then by name. */
export function planCounties(
  ctx: Context,
  planId: string,
  state: string,
): { items: PlanPlace[]; nextCursor: null } {
  requireWholePlan(ctx, 'plans.edit');
  const { connection } = store();
  requirePlan(connection, planId);
  const counts = new Map<string, number>();
  for (const { latitude, longitude, accounts } of pointCounts(connection, state)) {
    const id = countyAt(latitude, longitude);
    if (id !== null) counts.set(id, (counts.get(id) ?? 0) + accounts);
  }
  const items = countiesOf(state).map((county) => {
    const code = formatPlaceCode({ kind: 'county', ...county });
    return {
      code,
      label: placeCodeLabel(code),
      country: 'United States',
      accounts: counts.get(county.id) ?? 0,
    };
  });
  return { items: items.sort((a, b) => b.accounts - a.accounts), nextCursor: null };
}
