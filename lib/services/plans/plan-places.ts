import { store } from '#db/client.ts';
import { placeCounts } from '#db/queries/plans/plan-places.ts';
import type { Context } from '#lib/permissions/context.ts';
import { countryCodes, countryLabel } from '#lib/shared/countries.ts';
import { placeCodeLabel } from '#lib/shared/place-code.ts';
import type { PlanPlace } from '#lib/shared/plan-shapes.ts';
import { statesOf } from '#lib/shared/states.ts';
import { requirePlan, requireWholePlan } from './plan-access.ts';

/** Every country and every state that is known, with how many accounts are there; those with most first. */
export function planPlaces(ctx: Context, planId: string): { items: PlanPlace[]; nextCursor: null } {
  requireWholePlan(ctx, 'plans.edit');
  const { connection } = store();
  requirePlan(connection, planId);
  const counted = placeCounts(connection);
  const seen = new Set(counted.map((place) => place.code));
  const empty = countryCodes
    .flatMap((code) => [code, ...statesOf(code).map((state) => state.code)])
    .filter((code) => !seen.has(code))
    .map((code) => ({ code, country: code.includes('-') ? code.slice(0, 2) : null, accounts: 0 }));
  return {
    items: [...counted, ...empty].map(({ code, country, accounts }) => ({
      code,
      label: placeCodeLabel(code),
      country: country === null ? null : countryLabel(country),
      accounts,
    })),
    nextCursor: null,
  };
}
