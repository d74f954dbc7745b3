import { expect, it } from 'vitest';
import { carve } from '../carve.ts';
import { type CarveRepFacts, questionOfPlan } from './question-of-plan.ts';

const seattle = { latitude: 47.6, longitude: -122.3 };
const boston = { latitude: 42.4, longitude: -71.1 };

function homeOf(home: CarveRepFacts['home']) {
  const account = {
    ...{ id: 1, familyId: 1, potentialAmount: 1, workloadTouches: 0, country: 'US', state: 'US-MA' },
    ...{ holders: { ae: 7 }, territoryId: null },
  };
  const rep: CarveRepFacts = {
    ...{ kind: 'rep', name: 'Ada', region: null, allowedPlaces: [], segments: [], tiers: [], home },
    ...{ managerId: null, managerName: null, capacityTouches: null, maxAccounts: null },
    ...{ rampRate: 1, isActive: true },
  };
  const facts = { name: 'A', tier: null, region: null, segments: [], place: boston, pipelineAmount: 0 };
  const { reps } = questionOfPlan(
    carve([account], { territories: [], places: new Map(), holders: new Map() }),
    [],
    { accounts: () => new Map([[1, facts]]), reps: new Map([[7, rep]]) },
    {
      ...{ slot: 'ae', within: 'slot', includeUnassigned: false, respectRegions: true, respectTiers: true },
      ...{ newRepIds: [], keepIds: [], repIds: null },
    },
  );
  return reps[0]?.home;
}

it('measures nearness from where a rep lives, and else from the middle of the book', () => {
  expect(homeOf(seattle)).toEqual(seattle);
  const middle = homeOf(null);
  expect(middle?.latitude).toBeCloseTo(boston.latitude, 6);
  expect(middle?.longitude).toBeCloseTo(boston.longitude, 6);
});
