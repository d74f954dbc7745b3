import 'server-only';
import { store } from '#db/client.ts';
import { tierDemand } from '#db/queries/capacity/demand.ts';
import { capacityPeople, type NamedPerson, roleAssumptions } from '#db/queries/capacity/people.ts';
import { workspaceSettings } from '#db/queries/settings/workspace.ts';
import { mean } from '#lib/metrics/mean.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { scopeOf } from '#lib/permissions/scope.ts';
import { dayOfInstant, formatIsoDay } from '#lib/shared/days.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import { foldText } from '#lib/shared/text.ts';
import type { CapacityQuery, CapacityView } from '#lib/shared/capacity-shapes.ts';
import { type RoleAssumptions, usualAssumptions } from '#lib/territories/capacity/capacity-model.ts';
import { demandTouches, type TierDemand, touchesEach } from '#lib/territories/capacity/demand.ts';
import { headcountNeed, sizeToCapacity } from '#lib/territories/capacity/headcount.ts';
import { monthsFrom } from '#lib/territories/capacity/months.ts';
import { fullCapacityTouches, monthCapacity, rampOn } from '#lib/territories/capacity/person-capacity.ts';
import { supplyByMonth } from '#lib/territories/capacity/supply.ts';
import { slots } from '#lib/territories/plan-model.ts';

/**
 * What the accounts of the tiers ask for against what the people of a role can do, month by month; how many people it
 * needs, and how many accounts of each tier a number of people can carry. Within the actor's scope.
 */
export function capacityPlan(
  ctx: Context,
  query: CapacityQuery,
  /** Row ids of accounts that are held in the role’s slot, where not those held now. */
  heldIds?: readonly number[],
): CapacityView {
  requireCan(ctx.actor, 'plans.read');
  const { connection } = store();
  const scope = scopeOf(ctx.actor);
  const today = dayOfInstant(ctx.now, workspaceSettings(connection).timeZone);
  const everybody = capacityPeople(connection).filter(
    (person) => scope.all || scope.repIds.includes(person.repId),
  );
  const roles = rolesOf(everybody);
  const wanted = query.role === undefined ? (roles[0]?.role ?? null) : query.role;
  const folded = wanted === null ? null : foldText(wanted);
  const role = roles.find((item) => foldText(item.role) === folded)?.role ?? wanted;
  const team = everybody.filter((person) => person.role === folded);
  const assumed = roleAssumptions(connection).get(folded ?? '') ?? usualAssumptions;
  const slot = slots.find((item) => item === role?.toLowerCase()) ?? null;
  const basis = slot === null ? 'all' : query.demand;
  const { tiers, withoutTier } = tierDemand(connection, {
    scope,
    heldIn: basis === 'held' ? slot : null,
    ...(basis === 'held' && heldIds ? { heldIds } : {}),
  });
  const months = monthsFrom(today, query.months);
  const supply = supplyByMonth(team, assumed, months);
  const full = team.flatMap((person) => fullCapacityTouches(person, assumed) ?? []);
  const each = mean(full);
  const people = query.people ?? Math.round(supply[0]?.people ?? 0);
  const demand = demandTouches(tiers);
  return {
    role,
    roles,
    demand: basis,
    slot,
    assumptions: role === null ? null : { role, ...plain(assumed) },
    demandTouches: demand,
    withoutTier,
    touchesEach: each,
    withoutCapacity: team.length - full.length,
    need: headcountNeed(tiers, each),
    months: supply.map(({ fromOn, toOn: _toOn, ...month }) => ({
      month: formatIsoDay(fromOn).slice(0, 7),
      demandTouches: demand,
      ...month,
      gapTouches: month.touches - demand,
    })),
    people,
    tiers: sizedTiers(tiers, people, each ?? 0),
    team: team.map((person) => personView(person, assumed, today)),
  };
}

/** Roles that work accounts, with most people first: those in which somebody has a capacity. */
function rolesOf(people: readonly NamedPerson[]): CapacityView['roles'] {
  const able = people.filter((person) => person.capacityTouches !== null || person.capacityHours !== null);
  return [...Map.groupBy(able, (person) => person.roleLabel)]
    .flatMap(([role, group]) => {
      if (role === null) return [];
      const openings = group.filter((person) => person.isOpening).length;
      return [{ role, people: group.length - openings, openings }];
    })
    .sort((a, b) => b.people - a.people || a.role.localeCompare(b.role));
}

function plain({ rampCurve, attritionRate, touchHours }: RoleAssumptions) {
  return { rampCurve: [...rampCurve], attritionRate, touchHours };
}

function sizedTiers(tiers: readonly TierDemand[], people: number, each: number): CapacityView['tiers'] {
  const sized = new Map(sizeToCapacity(tiers, people, each).map((item) => [item.tierId, item]));
  return tiers.map(({ tierId, ...tier }) => ({
    id: toPublicId('tier', tierId),
    ...tier,
    touches: tier.accounts * touchesEach(tier),
    carried: sized.get(tierId)?.carried ?? 0,
    most: sized.get(tierId)?.most ?? null,
  }));
}

function personView(person: NamedPerson, role: RoleAssumptions, today: number): CapacityView['team'][number] {
  const [month] = monthsFrom(today, 1);
  const now = month ? monthCapacity(person, role, month) : null;
  return {
    id: toPublicId('rep', person.repId),
    name: person.name,
    isOpening: person.isOpening,
    startsOn: person.startsOn === null ? null : formatIsoDay(person.startsOn),
    endsOn: person.endsOn === null ? null : formatIsoDay(person.endsOn),
    fullTouches: fullCapacityTouches(person, role),
    rampRate: rampOn(person, role, today),
    presenceRate: now?.presenceRate ?? 0,
    touches: now?.touches ?? null,
  };
}
