import { store } from '#db/client.ts';
import { territoryRows } from '#db/queries/plans/plan-rows.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { scopeOf } from '#lib/permissions/scope.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import { placeCodeLabel } from '#lib/shared/place-code.ts';
import type { PlanChecksView } from '#lib/shared/plan-check-shapes.ts';
import { nearestTerritory } from '#lib/territories/nearest-territory.ts';
import { heavyRead } from '#workers/reads/host.ts';
import { requirePlan } from './plan-access.ts';
import { ruleMembers } from './rule-members.ts';

/** Accounts that two rules or places would take, territories that get nothing for it, and places that none has. */
export async function planChecks(ctx: Context, planId: string): Promise<PlanChecksView> {
  requireCan(ctx.actor, 'plans.read');
  const { connection } = store();
  const plan = requirePlan(connection, planId);
  const { members, today } = await ruleMembers(ctx, plan.id);
  const found = await heavyRead('planChecks', { planId: plan.id, members, today, scope: scopeOf(ctx.actor) });
  const rows = territoryRows(connection, plan.id);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const named = (id: number) => ({
    id: toPublicId('territory', id),
    name: byId.get(id)?.name ?? 'a territory that is gone',
  });
  const canTurn = (a: number, b: number) => byId.get(a)?.kind === byId.get(b)?.kind;
  const placed = rows
    .filter(({ kind }) => kind === 'geography')
    .map(({ id, places }) => ({ id, places: places ? (JSON.parse(places) as string[]) : [] }));
  return {
    overlaps: found.overlaps.map(({ winnerId, loserId, ...counts }) => ({
      winner: named(winnerId),
      loser: named(loserId),
      canTurn: canTurn(winnerId, loserId),
      ...counts,
    })),
    shadowed: found.shadowed.map(({ territoryId, takes, by }) => {
      const takers = by.map((item) => item.territoryId).filter((id) => canTurn(id, territoryId));
      const first = rows.find(({ id }) => takers.includes(id));
      return {
        territory: named(territoryId),
        takes,
        by: by.map((item) => ({ ...named(item.territoryId), accounts: item.accounts })),
        before: first ? named(first.id) : null,
      };
    }),
    gaps: found.gaps.map(({ place, ...counts }) => {
      const near = nearestTerritory(place, placed);
      return {
        place,
        label: placeCodeLabel(place),
        suggested: near === null ? null : named(near),
        ...counts,
      };
    }),
  };
}
