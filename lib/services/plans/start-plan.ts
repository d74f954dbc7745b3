import { store } from '#db/client.ts';
import { crmOwners, placeCounts } from '#db/queries/plans/plan-places.ts';
import { writeHandChange } from '#db/queries/plans/save-hand-changes.ts';
import { insertPlan, insertTerritory, replaceHolders } from '#db/queries/plans/save-plan.ts';
import { countAccounts } from '#db/queries/tiers/tier-figures.ts';
import { type Tx, write } from '#db/write.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import type { NewPlan } from '#lib/shared/plan-settings-shapes.ts';
import { placeTemplate } from '#lib/territories/place-template.ts';
import { requireWholePlan } from './plan-access.ts';

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
