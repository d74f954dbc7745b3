import { expect, it } from 'vitest';
import { carve } from './carve.ts';
import { nearestTerritory } from './nearest-territory.ts';
import { planChecks } from './plan-checks.ts';
import type { Plan, PlanAccount, Territory } from './plan-model.ts';

function account(id: number, parts: Partial<PlanAccount> = {}): PlanAccount {
  return {
    id,
    familyId: id,
    potentialAmount: 100 * id,
    workloadTouches: 1,
    country: 'US',
    state: 'US-WA',
    holders: {},
    territoryId: null,
    ...parts,
  };
}

function territory(id: number, parts: Partial<Territory>): Territory {
  return { id, position: id, kind: 'rule', members: new Set(), places: new Set(), holders: [], ...parts };
}

function checks(accounts: PlanAccount[], territories: Territory[], parts: Partial<Plan> = {}) {
  return planChecks(carve(accounts, { territories, places: new Map(), holders: new Map(), ...parts }));
}

const accounts = [
  account(1),
  account(2),
  account(3, { state: 'US-OR' }),
  account(4, { country: 'DE', state: 'DE-BY' }),
];
const large = territory(1, { members: new Set([1, 2]) });
const washington = territory(2, { kind: 'geography', places: new Set(['US-WA']) });
const unitedStates = territory(3, { kind: 'geography', places: new Set(['US']) });

it('counts what two rules or places would take, once for each pair', () => {
  expect(checks(accounts, [large, washington, unitedStates]).overlaps).toEqual([
    { winnerId: 1, loserId: 2, accounts: 2, potentialAmount: 300 },
    { winnerId: 1, loserId: 3, accounts: 2, potentialAmount: 300 },
  ]);
});

it('names a territory of which earlier ones take everything, and who they are', () => {
  const { shadowed } = checks(accounts, [large, washington, unitedStates]);
  expect(shadowed).toEqual([{ territoryId: 2, takes: 2, by: [{ territoryId: 1, accounts: 2 }] }]);
});

it('sees no overlap in what was placed by hand, and nothing shadowed in a territory that takes nobody', () => {
  const places = new Map([[3, { territoryId: 2, isLocked: false, reason: null }]]);
  const empty = territory(9, { members: new Set() });
  const { overlaps, shadowed } = checks([accounts[2] as PlanAccount], [washington, unitedStates, empty], {
    places,
  });
  expect(overlaps).toEqual([]);
  expect(shadowed).toEqual([{ territoryId: 3, takes: 1, by: [{ territoryId: 2, accounts: 1 }] }]);
});

it('lists gaps by state in the United States and by country elsewhere, without those kept out by hand', () => {
  const places = new Map([[1, { territoryId: null, isLocked: true, reason: 'Partner' }]]);
  const nowhere = account(5, { country: null, state: null });
  expect(checks([...accounts, nowhere], [], { places }).gaps).toEqual([
    { place: 'US-WA', accounts: 1, potentialAmount: 200 },
    { place: 'US-OR', accounts: 1, potentialAmount: 300 },
    { place: 'DE', accounts: 1, potentialAmount: 400 },
  ]);
});

it('finds the nearest territory by country, then by sales region', () => {
  const west = { id: 1, places: ['US-WA', 'US-OR'] };
  const europe = { id: 2, places: ['FR', 'GB'] };
  expect(nearestTerritory('US-CA', [europe, west])).toBe(1);
  expect(nearestTerritory('DE', [west, europe])).toBe(2);
  expect(nearestTerritory('JP', [west, europe])).toBeNull();
  const counties = { id: 3, places: ['county:US-WA:53033:King', 'postal:US:98', 'postal:US:97'] };
  expect(nearestTerritory('US-CA', [west, counties])).toBe(3);
  expect(nearestTerritory('CO', [counties])).toBeNull();
});
