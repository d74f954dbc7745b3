import { describe, expect, it } from 'vitest';
import { placeAccount } from './place-account.ts';
import type { Plan, PlanAccount, Territory } from './plan-model.ts';

const account: PlanAccount = {
  id: 7,
  familyId: 7,
  potentialAmount: 100,
  workloadTouches: 5,
  country: 'US',
  state: 'US-WA',
  holders: {},
  territoryId: null,
};

function territory(id: number, parts: Partial<Territory>): Territory {
  return { id, position: id, kind: 'rule', members: new Set(), places: new Set(), holders: [], ...parts };
}

function plan(territories: Territory[], parts: Partial<Plan> = {}): Plan {
  return { territories, places: new Map(), holders: new Map(), ...parts };
}

describe('the place of an account in a plan', () => {
  const west = territory(1, { kind: 'geography', places: new Set(['US-WA']) });
  const usa = territory(2, { kind: 'geography', places: new Set(['US']) });
  const strategic = territory(3, { members: new Set([7]) });
  const later = territory(4, { members: new Set([7]) });

  it('is the first rule that matches, and names the ones that would have taken it too', () => {
    const place = placeAccount(account, plan([usa, west, later, strategic]));
    expect(place).toMatchObject({ territoryId: 3, step: 'rule' });
    expect(place.losing).toEqual([
      { territoryId: 4, step: 'rule' },
      { territoryId: 1, step: 'geography' },
      { territoryId: 2, step: 'geography' },
    ]);
  });

  it('is decided by geography when no rule matches, in the order of the list', () => {
    expect(placeAccount(account, plan([{ ...usa, position: 0 }, west]))).toMatchObject({
      territoryId: 2,
      step: 'geography',
    });
  });

  it('follows a lock before a rule, and a named account before a rule', () => {
    const locked = new Map([[7, { territoryId: 1, isLocked: true, reason: 'strategic' }]]);
    expect(placeAccount(account, plan([west, strategic], { places: locked }))).toMatchObject({
      territoryId: 1,
      step: 'lock',
      reason: 'strategic',
    });
    const named = new Map([[7, { territoryId: 1, isLocked: false, reason: null }]]);
    expect(placeAccount(account, plan([west, strategic], { places: named }))).toMatchObject({
      territoryId: 1,
      step: 'named',
    });
  });

  it('falls back to the next step when the territory of a lock is gone', () => {
    const locked = new Map([[7, { territoryId: 99, isLocked: true, reason: null }]]);
    expect(placeAccount(account, plan([strategic], { places: locked }))).toMatchObject({
      territoryId: 3,
      step: 'rule',
    });
  });

  it('is unassigned when nothing claims it', () => {
    expect(placeAccount({ ...account, country: null, state: null }, plan([usa, west]))).toMatchObject({
      territoryId: null,
      step: 'unassigned',
    });
  });
});
