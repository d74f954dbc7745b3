import { describe, expect, it } from 'vitest';
import { assignHolders } from './assign-holders.ts';
import { books } from './books.ts';
import { moves } from './moves.ts';
import { placeAccount } from './place-account.ts';
import type { Holders, Plan, PlanAccount, Territory } from './plan-model.ts';

function account(id: number, parts: Partial<PlanAccount> = {}): PlanAccount {
  return {
    id,
    familyId: id,
    potentialAmount: 100,
    workloadTouches: 5,
    country: 'US',
    state: null,
    holders: {},
    territoryId: null,
    ...parts,
  };
}

const usa = (holders: Territory['holders']): Territory => ({
  id: 1,
  position: 1,
  kind: 'geography',
  members: new Set(),
  places: new Set(['US']),
  holders,
});

function run(accounts: PlanAccount[], plan: Plan) {
  const places = new Map(accounts.map((item) => [item.id, placeAccount(item, plan)]));
  return new Map(assignHolders(accounts, places, plan).map((item) => [item.accountId, item]));
}

const two = usa([
  { slot: 'ae', repId: 1, weight: 1 },
  { slot: 'ae', repId: 2, weight: 1 },
]);
const plan: Plan = { territories: [two], places: new Map(), holders: new Map() };

describe('who holds an account', () => {
  it('is the only holder of the slot', () => {
    const single: Plan = { ...plan, territories: [usa([{ slot: 'sdr', repId: 5, weight: 1 }])] };
    const found = run([account(1, { holders: { sdr: 9 } })], single).get(1);
    expect(found).toMatchObject({ holders: { sdr: 5 }, reasons: { sdr: 'only holder' } });
  });

  it('stays the present holder while one of several, and is shared out otherwise', () => {
    const found = run([account(1, { holders: { ae: 2 } }), account(2, { holders: { ae: 9 } })], plan);
    expect(found.get(1)).toMatchObject({ holders: { ae: 2 }, reasons: { ae: 'kept' } });
    expect(found.get(2)).toMatchObject({ holders: { ae: 1 }, reasons: { ae: 'shared out' } });
  });

  it('is what was set by hand, even outside the territory', () => {
    const held: Plan = {
      ...plan,
      holders: new Map([[1, [{ slot: 'ae', repId: 7, isLocked: true, reason: 'asked for' }]]]),
    };
    expect(run([account(1, { country: 'FR' })], held).get(1)).toMatchObject({
      holders: { ae: 7 },
      reasons: { ae: 'lock' },
      words: { ae: 'asked for' },
      place: { territoryId: null },
    });
  });

  it('is what an even split said only in its territory, and while that holder is one of it', () => {
    const split = (repId: number) => [{ slot: 'ae' as const, repId, isLocked: false, reason: 'split' }];
    const one = account(1, { holders: { ae: 1 } });
    const held: Plan = { ...plan, holders: new Map([[1, split(2)]]) };
    expect(run([one], held).get(1)).toMatchObject({ holders: { ae: 2 }, reasons: { ae: 'split' } });
    const moved: Plan = { ...held, territories: [{ ...two, places: new Set(['FR']) }] };
    expect(run([one], moved).get(1)?.holders).toEqual({});
    const left: Plan = { ...plan, holders: new Map([[1, split(3)]]) };
    expect(run([one], left).get(1)).toMatchObject({ holders: { ae: 1 }, reasons: { ae: 'kept' } });
  });

  it('stays who it is in a slot that no territory of the plan fills', () => {
    const found = run([account(1, { holders: { ae: 9, csm: 4 } })], plan).get(1);
    expect(found).toMatchObject({ holders: { ae: 1, csm: 4 }, reasons: { csm: 'kept' } });
    const outside = run([account(1, { country: 'FR', holders: { ae: 9, csm: 4 } })], plan).get(1);
    expect(outside?.holders).toEqual({ csm: 4 });
  });

  describe('where a slot was split evenly', () => {
    const capped = (maxAccounts: number): Plan => ({
      territories: [
        usa([
          { slot: 'ae', repId: 1, weight: 1, maxAccounts },
          { slot: 'ae', repId: 2, weight: 1, maxAccounts },
        ]),
      ],
      places: new Map(),
      holders: new Map([[1, [{ slot: 'ae', repId: 1, isLocked: false, reason: 'split' }]]]),
    });
    const list = [
      account(1),
      account(2, { holders: { ae: 1 } }),
      account(3, { holders: { ae: 1 } }),
      account(4),
    ];
    const holdersAt = (maxAccounts: number) =>
      [...run(list, capped(maxAccounts)).values()].map((item) => item.holders.ae ?? null);

    it('nobody is taken over the cap, not even by whom they hold now', () => {
      expect(holdersAt(2)).toEqual([1, 1, 2, 2]);
      expect(holdersAt(1)).toEqual([1, 2, null, null]);
      expect(holdersAt(9)).toEqual([1, 1, 1, 2]);
    });

    it('nor over what they can touch in a month', () => {
      const ready = (capacityTouches: number): Plan => {
        const [territory] = capped(9).territories;
        return {
          ...capped(9),
          territories: [usa((territory?.holders ?? []).map((holder) => ({ ...holder, capacityTouches })))],
        };
      };
      const at = (capacity: number) =>
        [...run(list, ready(capacity)).values()].map((item) => item.holders.ae ?? null);
      expect(at(10)).toEqual([1, 1, 2, 2]);
      expect(at(9)).toEqual([1, 2, null, null]);
    });

    it('an account that is held elsewhere counts', () => {
      const held = { ...capped(2), holders: new Map(capped(2).holders) };
      held.holders.set(9, [{ slot: 'ae', repId: 2, isLocked: true, reason: null }]);
      const found = run([...list, account(9, { country: 'FR' })], held);
      expect([1, 2, 3, 4].map((id) => found.get(id)?.holders.ae ?? null)).toEqual([1, 1, 2, null]);
    });
  });

  it('keeps a family together', () => {
    const family = [
      account(1, { familyId: 1 }),
      account(2, { familyId: 1 }),
      account(3, { familyId: 1 }),
      account(4),
      account(5),
      account(6),
    ];
    const found = run(family, plan);
    expect(new Set([1, 2, 3].map((id) => found.get(id)?.holders.ae)).size).toBe(1);
    expect(new Set([4, 5, 6].map((id) => found.get(id)?.holders.ae)).size).toBe(1);
  });
});

describe('books and moves', () => {
  it('add up, and count an unknown potential as nothing, said so', () => {
    const list = [
      account(1, { holders: { ae: 2 } }),
      account(2, { holders: { ae: 2 }, potentialAmount: null }),
    ];
    expect(books(list, (item): Holders => item.holders)).toEqual([
      { repId: 2, slot: 'ae', accounts: 2, potentialAmount: 100, potentialUnknown: 1, workloadTouches: 10 },
    ]);
  });

  it('list only what changes', () => {
    const list = [
      account(1, { holders: { ae: 1 }, territoryId: 1 }),
      account(2, { holders: { ae: 9 }, territoryId: 1 }),
    ];
    expect(moves(list, run(list, plan))).toEqual([
      {
        accountId: 2,
        fromTerritoryId: 1,
        toTerritoryId: 1,
        step: 'geography',
        placeReason: null,
        slots: [{ slot: 'ae', fromRepId: 9, toRepId: 2, reason: 'shared out', words: null }],
      },
    ]);
  });
});
