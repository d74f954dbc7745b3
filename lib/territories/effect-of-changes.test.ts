import fc from 'fast-check';
import { expect, it } from 'vitest';
import { carve } from './carve.ts';
import { effectOfChanges } from './effect-of-changes.ts';
import type { Move } from './moves.ts';
import type { HandHolder, HandPlace, Plan, PlanAccount, Slot, TerritoryHolder } from './plan-model.ts';
import { type HandChange, withChanges } from './with-changes.ts';

const slot = fc.constantFrom<Slot>('ae', 'sdr', 'overlay');
const rep = fc.integer({ min: 1, max: 4 });
const reason = fc.constantFrom(null, 'split', 'asked for it');
const count = 14;
const accountId = fc.integer({ min: 1, max: count });

const account = fc.record({
  familyId: fc.option(fc.integer({ min: 1, max: 3 })),
  potentialAmount: fc.option(fc.integer({ min: 0, max: 50 })),
  workloadTouches: fc.integer({ min: 0, max: 9 }),
  state: fc.constantFrom('US-NY', 'US-WA', null),
  holders: fc.dictionary(slot, rep, { maxKeys: 2 }),
  territoryId: fc.option(fc.integer({ min: 1, max: 3 })),
});
const holder: fc.Arbitrary<TerritoryHolder> = fc.record({
  slot,
  repId: rep,
  weight: fc.constantFrom(1, 2),
  maxAccounts: fc.option(fc.integer({ min: 1, max: 5 })),
});
const holders = fc.uniqueArray(holder, { selector: (one) => `${one.slot}${one.repId}`, maxLength: 5 });
const plan: fc.Arbitrary<Plan> = fc.record({
  territories: fc
    .tuple(holders, holders, holders, fc.array(accountId, { maxLength: 6 }))
    .map(([first, second, third, members]) => [
      {
        id: 1,
        position: 1,
        kind: 'rule',
        members: new Set(members),
        places: new Set<string>(),
        holders: first,
      },
      {
        id: 2,
        position: 2,
        kind: 'geography',
        members: new Set<number>(),
        places: new Set(['US-NY']),
        holders: second,
      },
      {
        id: 3,
        position: 3,
        kind: 'named',
        members: new Set<number>(),
        places: new Set<string>(),
        holders: third,
      },
    ]),
  places: fc
    .array(
      fc.tuple(
        accountId,
        fc.record<HandPlace>({
          territoryId: fc.option(fc.integer({ min: 1, max: 3 })),
          isLocked: fc.boolean(),
          reason: fc.constant(null),
        }),
      ),
      { maxLength: 4 },
    )
    .map((list) => new Map(list)),
  holders: fc
    .array(
      fc.tuple(
        accountId,
        fc.array(fc.record<HandHolder>({ slot, repId: rep, isLocked: fc.boolean(), reason }), {
          maxLength: 2,
        }),
      ),
      { maxLength: 8 },
    )
    .map((list) => new Map(list)),
});
const change: fc.Arbitrary<HandChange> = fc.record({
  accountIds: fc.uniqueArray(accountId, { minLength: 1, maxLength: 3 }),
  territoryId: fc.option(fc.option(fc.integer({ min: 1, max: 3 })), { nil: undefined }),
  holder: fc.option(fc.record({ slot, repId: fc.option(rep) }), { nil: undefined }),
  isLocked: fc.option(fc.boolean(), { nil: undefined }),
});

it('is the effect that carving everything anew has', () => {
  const seed = Number(process.env.TESSERA_CARVE_SEED ?? 20_261_127);
  let found = 0;
  fc.assert(
    fc.property(
      fc.array(account, { minLength: count, maxLength: count }),
      plan,
      fc.array(fc.array(change, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }),
      (drawn, draft, tries) => {
        const accounts = drawn.map(
          (one, index): PlanAccount => ({
            ...one,
            id: index + 1,
            familyId: one.familyId ?? index + 1,
            country: 'US',
          }),
        );
        const carved = carve(accounts, draft);
        for (const changes of tries) {
          const again = carve(accounts, withChanges(draft, changes));
          const { after, moves, touched } = effectOfChanges(carved, draft, changes);
          expect({ after, moves }).toEqual({ after: again.after, moves: again.moves.length });
          const assigned = new Map([...carved.assigned, ...touched.assigned]);
          expect(assigned).toEqual(again.assigned);
          const others = carved.moves.filter((move) => !touched.accountIds.includes(move.accountId));
          const byId = (a: Move, b: Move) => a.accountId - b.accountId;
          expect([...others, ...touched.movesAfter].sort(byId)).toEqual(again.moves);
          if (again.moves.length !== carved.moves.length) found += 1;
        }
      },
    ),
    { seed, numRuns: 5_000 },
  );
  expect(found).toBeGreaterThan(1_000);
});

it('leaves the sums of books that keep their accounts as they were, to the last digit', () => {
  const amounts = fc.array(fc.integer({ min: 1, max: 9_999_999 }), { minLength: 2, maxLength: 9 });
  fc.assert(
    fc.property(amounts, amounts, (cents, more) => {
      const accounts = [...cents, ...more].map(
        (amount, index): PlanAccount => ({
          ...{
            id: index + 1,
            familyId: index + 1,
            potentialAmount: amount / 100,
            workloadTouches: 1 / amount,
          },
          ...{ country: null, state: null, holders: { ae: 1, csm: 1 + (index % 2) }, territoryId: null },
        }),
      );
      const draft: Plan = { territories: [], places: new Map(), holders: new Map() };
      const carved = carve(accounts, draft);
      const accountIds = more.map((_, index) => cents.length + more.length - index);
      const { after } = effectOfChanges(carved, draft, [{ accountIds, holder: { slot: 'sdr', repId: 2 } }]);
      expect(after.filter((book) => book.slot !== 'sdr')).toEqual(carved.after);
    }),
    { seed: 20_261_127, numRuns: 300 },
  );
});
