import { describe, expect, it } from 'vitest';
import { carve } from '../carve.ts';
import { canTake } from './eligibility.ts';
import { takesOf, traitsOf } from './eligibility-of-plan.ts';
import { type CarveAccountFacts, type CarveRepFacts, questionOfPlan } from './question-of-plan.ts';

const rep = (parts: Partial<CarveRepFacts> = {}): CarveRepFacts => ({
  kind: 'rep',
  name: 'Ada',
  region: 'NA',
  allowedPlaces: [],
  segments: [],
  tiers: [],
  home: null,
  managerId: null,
  managerName: null,
  capacityTouches: null,
  maxAccounts: null,
  rampRate: 1,
  isActive: true,
  ...parts,
});
const facts = (parts: Partial<CarveAccountFacts> = {}): CarveAccountFacts => ({
  name: 'A',
  tier: null,
  region: 'NA',
  segments: [],
  place: null,
  pipelineAmount: 0,
  ...parts,
});
const wishes = { within: 'slot' as const, respectRegions: true, respectTiers: true };
const oregon = { country: 'US', state: 'US-OR' };
const texas = { country: 'US', state: 'US-TX' };
const spain = { country: 'ES', state: null };
const nowhere = { country: null, state: null };
const seen = {
  places: [oregon, texas, spain],
  segments: [['SaaS'], ['Banks'], ['SaaS', 'Banks']],
};
const may = (
  person: CarveRepFacts,
  account: typeof oregon | typeof spain | typeof nowhere,
  about = facts(),
  isHeld = false,
) =>
  canTake(
    { ...person, takes: takesOf(wishes, person, seen, []) } as unknown as Parameters<typeof canTake>[0],
    traitsOf('slot', { account, facts: about, holder: undefined, territoryId: null, isHeld }),
  );

describe('who may take an account of a plan', () => {
  it('goes by the places a rep may work in, by state or country, in place of the region', () => {
    const west = rep({ allowedPlaces: ['US-OR', 'ES'] });
    expect(may(west, oregon)).toBe(true);
    expect(may(west, texas)).toBe(false);
    expect(may(west, spain, facts({ region: 'EMEA' }))).toBe(true);
    expect(may(rep({ allowedPlaces: ['US'] }), texas)).toBe(true);
    expect(may(rep(), spain, facts({ region: 'EMEA' }))).toBe(false);
    expect(takesOf({ ...wishes, respectRegions: false }, west, seen, [])).toEqual({});
  });

  it('takes an unknown place from its holder, and leaves it where nobody holds it', () => {
    const west = rep({ allowedPlaces: ['US-OR'] });
    expect(may(west, nowhere, facts(), true)).toBe(true);
    expect(may(west, nowhere)).toBe(false);
  });

  it('is no other where the country of one account beside them is not recorded', () => {
    const accounts = [oregon, { country: null, state: 'US-OR' }].map((place, index) => ({
      ...{ ...place, id: index + 1, familyId: index + 1, potentialAmount: 1, workloadTouches: 0 },
      ...{ holders: { ae: 7 }, territoryId: null },
    }));
    const { reps } = questionOfPlan(
      carve(accounts, { territories: [], places: new Map(), holders: new Map() }),
      [],
      { accounts: () => new Map(), reps: new Map([[7, rep({ allowedPlaces: ['US'] })]]) },
      { ...wishes, slot: 'ae', includeUnassigned: false, newRepIds: [], keepIds: [], repIds: null },
    );
    expect(reps[0]?.takes.place).toContain('US-OR');
  });

  it('keeps a rep to the segments they work: one of them is enough, none is not', () => {
    const banker = rep({ segments: ['Banks'] });
    expect(may(banker, oregon, facts({ segments: ['SaaS', 'Banks'] }))).toBe(true);
    expect(may(banker, oregon, facts({ segments: ['SaaS'] }))).toBe(false);
    expect(may(banker, oregon, facts(), true)).toBe(false);
    expect(may(rep(), oregon, facts({ segments: ['SaaS'] }))).toBe(true);
  });
});
