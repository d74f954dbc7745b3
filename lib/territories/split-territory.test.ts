import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carve } from './carve.ts';
import type { PlanAccount, Territory, TerritoryHolder } from './plan-model.ts';
import { splitTerritory } from './split-territory.ts';
import { unplacedSentence } from './split-words.ts';

const account = (id: number, workloadTouches: number, parts: Partial<PlanAccount> = {}): PlanAccount => ({
  id,
  familyId: id,
  potentialAmount: 100,
  workloadTouches,
  country: 'US',
  state: null,
  holders: {},
  territoryId: null,
  ...parts,
});
const usa = (holders: Omit<TerritoryHolder, 'slot' | 'weight'>[]): Territory => ({
  id: 1,
  position: 1,
  kind: 'geography',
  members: new Set(),
  places: new Set(['US']),
  holders: holders.map((holder) => ({ slot: 'ae', weight: 1, ...holder })),
});

function split(
  accounts: PlanAccount[],
  territory: Territory,
  locks: [accountId: number, repId: number][] = [],
) {
  const carved = carve(accounts, {
    territories: [territory],
    places: new Map(),
    holders: new Map(locks.map(([id, repId]) => [id, [{ slot: 'ae', repId, isLocked: true, reason: null }]])),
  });
  return splitTerritory(carved, territory, 'ae');
}

describe('splitting a territory within capacity', () => {
  it('tells by how many touches it is short, and that capacity is why', () => {
    const territory = usa([
      { repId: 1, capacityTouches: 12 },
      { repId: 2, capacityTouches: 6 },
    ]);
    const answer = split([account(1, 6), account(2, 6), account(3, 6), account(4, 6)], territory);
    expect(answer.split.map((item) => item.repId)).toEqual([1, 2, 1, null]);
    expect(answer.unplaced).toEqual({ accounts: 1, workloadTouches: 6, limits: ['capacity'] });
  });

  it('counts what a rep holds elsewhere and what is locked to them', () => {
    const territory = usa([{ repId: 1, capacityTouches: 12 }, { repId: 2 }]);
    const answer = split(
      [account(1, 6), account(2, 6), account(3, 6, { country: 'FR' }), account(4, 6)],
      territory,
      [
        [1, 1],
        [3, 1],
      ],
    );
    expect(answer.split).toEqual([
      { accountId: 2, repId: 2 },
      { accountId: 4, repId: 2 },
    ]);
  });

  it('never passes cap or capacity, and adds up what it leaves', () => {
    const people = fc.array(
      fc.record({
        maxAccounts: fc.option(fc.integer({ min: 0, max: 12 })),
        capacityTouches: fc.option(fc.integer({ min: 0, max: 60 })),
      }),
      { minLength: 2, maxLength: 4 },
    );
    const drawn = fc.array(fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 999 })), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(people, drawn, (reps, list) => {
        const territory = usa(reps.map((rep, index) => ({ ...rep, repId: index + 1 })));
        const accounts = list.map(([touches, potentialAmount], index) =>
          account(index + 1, touches, { potentialAmount }),
        );
        const answer = split(accounts, territory);
        const touches = (repId: number | null) =>
          answer.split.reduce(
            (sum, item) =>
              sum + (item.repId === repId ? (accounts[item.accountId - 1]?.workloadTouches ?? 0) : 0),
            0,
          );
        const count = (repId: number | null) => answer.split.filter((item) => item.repId === repId).length;
        expect(answer.unplaced).toMatchObject({ accounts: count(null), workloadTouches: touches(null) });
        expect(answer.unplaced.limits.length > 0).toBe(count(null) > 0);
        for (const [index, { maxAccounts, capacityTouches }] of reps.entries()) {
          expect(count(index + 1)).toBeLessThanOrEqual(maxAccounts ?? Infinity);
          expect(touches(index + 1)).toBeLessThanOrEqual(capacityTouches ?? Infinity);
        }
      }),
      { seed: 20_261_127, numRuns: 300 },
    );
  });
});

describe('what a split could not place, in words', () => {
  const ada = { name: 'Ada', maxAccounts: 20, capacityTouches: 132 };
  const ben = { name: 'Ben', maxAccounts: null, capacityTouches: 220 };

  it('names whom the cap stops, or how many touches are short', () => {
    expect(unplacedSentence({ accounts: 0, workloadTouches: 0, limits: [] }, [ada, ben], 'AE')).toBeNull();
    expect(unplacedSentence({ accounts: 1, workloadTouches: 6, limits: ['cap'] }, [ada, ben], 'AE')).toBe(
      '1 account found no room under the account caps of Ada and has no AE. Raise a cap or add a holder, then split again.',
    );
    expect(
      unplacedSentence({ accounts: 12, workloadTouches: 48, limits: ['capacity'] }, [ada, ben], 'AE'),
    ).toBe(
      'Short by 48 touches a month: 12 accounts found no room under the capacity of Ada and Ben and have no AE. Raise their capacity or add a holder, then split again.',
    );
    expect(
      unplacedSentence({ accounts: 2, workloadTouches: 1, limits: ['cap', 'capacity'] }, [ada, ben], 'SDR'),
    ).toContain(
      'Short by 1 touch a month: 2 accounts found no room under the account caps and capacity of Ada and Ben',
    );
  });
});
