import { store } from '#db/client.ts';
import { crmOwners, placeCounts } from '#db/queries/plans/plan-places.ts';
import { writeHandChange } from '#db/queries/plans/save-hand-changes.ts';
import {
  insertPlan,
  insertTerritory,
  replaceHolders,
  touchPlan,
  updatePlan,
} from '#db/queries/plans/save-plan.ts';
import { countAccounts } from '#db/queries/tiers/tier-figures.ts';
import { type Tx, write } from '#db/write.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import type { NewPlan, PlanChange } from '#lib/shared/plan-shapes.ts';
import { placeTemplate } from '#lib/territories/place-template.ts';
import { requirePlan, requirePlanVersion, requireWholePlan } from './plan-access.ts';

/**
 * Starts a plan: empty, with a territory for every region where accounts are, or with one named territory for every
 * owner in the CRM. Returns its public id.
 */
export async function startPlan(ctx: Context, { name, start }: NewPlan): Promise<string> {
  requireWholePlan(ctx, 'plans.edit');
  const rowId = await write(ctx, (tx) => {
    const planId = insertPlan(tx.connection, name, ctx.now);
    const territories =
      start === 'blank' ? 0 : start === 'places' ? addPlaces(tx, planId) : addOwners(tx, ctx, planId);
    tx.audit({
      action: 'plan.create',
      entity: 'plan',
      recordId: planId,
      summary: `Started the territory plan "${name}"${territories > 0 ? ` with ${territories} territories` : ''}.`,
    });
    tx.changed({ entity: 'plan', recordId: planId, op: 'create' });
    return planId;
  });
  return toPublicId('plan', rowId);
}

/** Renames a plan, or says whether new accounts are placed by themselves. A stale version is a conflict. */
export async function editPlan(
  ctx: Context,
  planId: string,
  change: PlanChange,
  readVersion: number | null,
): Promise<void> {
  requireWholePlan(ctx, 'plans.edit');
  await write(ctx, (tx) => {
    const plan = requirePlan(tx.connection, planId);
    requirePlanVersion(plan, readVersion);
    updatePlan(tx.connection, plan.id, change);
    touchPlan(tx.connection, plan.id, ctx.now);
    tx.audit({
      action: 'plan.edit',
      entity: 'plan',
      recordId: plan.id,
      summary: describeEdit(plan.name, change),
      before: { name: plan.name, placesNewAccounts: plan.placesNewAccounts === 1 },
      after: change,
    });
    tx.changed({ entity: 'plan', recordId: plan.id, op: 'update' });
  });
}

function describeEdit(name: string, change: PlanChange): string {
  if (change.placesNewAccounts === undefined)
    return `Renamed the plan "${name}" to "${change.name ?? name}".`;
  return change.placesNewAccounts
    ? `"${name}" places new accounts by itself from now on.`
    : `"${name}" no longer places new accounts by itself.`;
}

function addPlaces(tx: Tx, planId: number): number {
  const territories = placeTemplate(placeCounts(tx.connection).map((place) => place.code));
  for (const { name, places } of territories) {
    insertTerritory(tx.connection, {
      planId,
      name,
      kind: 'geography',
      draft: null,
      places: JSON.stringify(places),
    });
  }
  return territories.length;
}

function addOwners(tx: Tx, ctx: Context, planId: number): number {
  const owners = crmOwners(tx.connection);
  for (const { repId, name, accountIds } of owners) {
    const territoryId = insertTerritory(tx.connection, {
      planId,
      name,
      kind: 'named',
      draft: null,
      places: null,
    });
    replaceHolders(tx.connection, territoryId, 'ae', [{ repId, weight: 1 }]);
    writeHandChange(
      tx.connection,
      planId,
      { accountIds, territoryId, reason: 'Owner in the CRM' },
      { now: ctx.now, userId: ctx.actor.userId },
    );
  }
  return owners.length;
}

/** How many accounts there are, have an owner in the CRM, and a country: what a plan could start from. */
export function planStartFacts(ctx: Context): {
  accounts: number;
  owners: number;
  owned: number;
  placed: number;
} {
  requireCan(ctx.actor, 'plans.edit');
  const { connection } = store();
  const owners = crmOwners(connection);
  return {
    accounts: countAccounts(connection, { all: true }),
    owners: owners.length,
    owned: owners.reduce((total, owner) => total + owner.accountIds.length, 0),
    placed: placeCounts(connection)
      .filter((place) => place.country === null)
      .reduce((total, place) => total + place.accounts, 0),
  };
}
