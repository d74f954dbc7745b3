import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carve } from './carve.ts';
import { type Colleague, handOver } from './hand-over.ts';
import type { PlanAccount } from './plan-model.ts';

const account = (
  id: number,
  workloadTouches: number,
  ae: number,
  parts: Partial<PlanAccount> = {},
): PlanAccount => ({
  id,
  familyId: id,
  potentialAmount: 10,
  workloadTouches,
  country: 'US',
  state: null,
  holders: { ae },
  territoryId: null,
  ...parts,
});
const colleague = (repId: number, parts: Partial<Colleague> = {}): Colleague => ({
  repId,
  maxAccounts: null,
  capacityTouches: 100,
  allowedRegions: [],
  tiers: [],
  segments: [],
  ...parts,
});
const plain = { territories: [], places: new Map(), holders: new Map() };
const over = (accounts: PlanAccount[], colleagues: Colleague[]) =>
  handOver(carve(accounts, plain), 'ae', 1, colleagues);

describe('handing over the accounts of one who goes', () => {
  it('gives each to whoever is least loaded then, and touches nobody else', () => {
    const accounts = [account(1, 30, 1), account(2, 20, 1), account(3, 40, 2), account(4, 5, 3)];
    expect(over(accounts, [colleague(2), colleague(3)])).toEqual({
      given: [{ repId: 3, accountIds: [1, 2] }],
      unplacedIds: [],
      lockedIds: [],
    });
    expect(over(accounts, [colleague(2, { capacityTouches: 200 }), colleague(3)]).given).toEqual([
      { repId: 2, accountIds: [1] },
      { repId: 3, accountIds: [2] },
    ]);
  });

  it('keeps to places, caps and families, and names what nobody can take', () => {
    const accounts = [
      account(1, 10, 1, { country: 'FR' }),
      account(2, 10, 1, { familyId: 9 }),
      account(3, 10, 1, { familyId: 9 }),
      account(4, 10, 1, { state: 'US-WA' }),
    ];
    const answer = over(accounts, [colleague(2, { maxAccounts: 1, allowedRegions: ['US-WA'] })]);
    expect(answer.given).toEqual([{ repId: 2, accountIds: [4] }]);
    expect(answer.unplacedIds.sort()).toEqual([1, 2, 3]);
    const locked = carve(accounts, {
      ...plain,
      holders: new Map([[1, [{ slot: 'ae' as const, repId: 1, isLocked: true, reason: null }]]]),
    });
    expect(handOver(locked, 'ae', 1, [colleague(2)]).lockedIds).toEqual([1]);
  });

  it('lets anybody who has room take an account of which no place is known', () => {
    const accounts = [account(1, 10, 1, { country: null }), account(2, 10, 1)];
    const answer = over(accounts, [colleague(2, { allowedRegions: ['FR'] })]);
    expect(answer.given).toEqual([{ repId: 2, accountIds: [1] }]);
    expect(answer.unplacedIds).toEqual([2]);
  });

  it('keeps to tiers and segments, where the account has a tier', () => {
    const accounts = [account(1, 10, 1), account(2, 10, 1), account(3, 10, 1)];
    const known = new Map([
      [1, { tier: 'Tier 1', segments: [] }],
      [2, { tier: 'Tier 2', segments: ['Banks'] }],
      [3, { tier: null, segments: [] }],
    ]);
    const carved = carve(accounts, plain);
    const strategic = handOver(carved, 'ae', 1, [colleague(2, { tiers: ['Tier 1'] })], known);
    expect(strategic.given).toEqual([{ repId: 2, accountIds: [1, 3] }]);
    const banker = handOver(carved, 'ae', 1, [colleague(2, { segments: ['Banks', 'SaaS'] })], known);
    expect(banker).toMatchObject({ given: [{ repId: 2, accountIds: [2] }], unplacedIds: [1, 3] });
  });

  it('gives every account once or names it, within caps and capacity', () => {
    const drawn = fc.array(fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 1, max: 4 })), {
      maxLength: 40,
    });
    const people = fc.array(
      fc.record({
        maxAccounts: fc.option(fc.integer({ min: 0, max: 15 })),
        capacityTouches: fc.option(fc.integer({ min: 0, max: 90 })),
      }),
      { maxLength: 3 },
    );
    fc.assert(
      fc.property(drawn, people, (list, parts) => {
        const accounts = list.map(([touches, holder], at) => account(at + 1, touches, holder));
        const colleagues = parts.map((part, at) => colleague(at + 2, part));
        const { given, unplacedIds } = over(accounts, colleagues);
        const all = [...given.flatMap((item) => item.accountIds), ...unplacedIds].sort((a, b) => a - b);
        expect(all).toEqual(accounts.filter((item) => item.holders.ae === 1).map((item) => item.id));
        for (const { repId, accountIds } of given) {
          const own = accounts.filter((item) => item.holders.ae === repId || accountIds.includes(item.id));
          const { maxAccounts, capacityTouches } = colleagues[repId - 2] as Colleague;
          expect(own.length).toBeLessThanOrEqual(maxAccounts ?? Infinity);
          expect(own.reduce((sum, item) => sum + item.workloadTouches, 0)).toBeLessThanOrEqual(
            capacityTouches ?? Infinity,
          );
        }
      }),
      { seed: 20_261_127, numRuns: 300 },
    );
  });
});
