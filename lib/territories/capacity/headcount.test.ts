import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { demandTouches, type TierDemand, touchesEach } from './demand.ts';
import { headcountNeed, sizeToCapacity } from './headcount.ts';

const tier = (rank: number, accounts: number, from: number, to: number, cap: number | null): TierDemand => ({
  tierId: rank,
  name: `Tier ${rank}`,
  rank,
  accounts,
  touchesFrom: from,
  touchesTo: to,
  capAccounts: cap,
});
const template = [tier(1, 116, 8, 12, 20), tier(2, 316, 4, 6, 50), tier(3, 370, 1, 3, null)];

describe('demand and headcount', () => {
  it('is accounts × the middle of the tier’s touches', () => {
    expect(demandTouches(template)).toBe(1160 + 1580 + 740);
  });

  it('needs whole people, by touches or by caps, whichever is more', () => {
    expect(headcountNeed(template, 220)).toMatchObject({ byTouches: 3480 / 220, people: 16 });
    expect(headcountNeed(template, 220).byCaps).toBeCloseTo(5.8 + 6.32);
    expect(headcountNeed([tier(1, 100, 1, 1, 20)], 220).people).toBe(5);
    expect(headcountNeed([tier(1, 440, 1, 1, null)], 220).people).toBe(2);
    expect(headcountNeed(template, null)).toMatchObject({ byTouches: null, people: null });
  });
});

describe('tiers sized to capacity', () => {
  it('says how many Tier 1 twelve people can carry, and what is left for the others', () => {
    expect(sizeToCapacity(template, 12, 220)).toEqual([
      { tierId: 1, carried: 116, most: 240 },
      { tierId: 2, carried: 296, most: 528 },
      { tierId: 3, carried: 0, most: 1320 },
    ]);
    expect(sizeToCapacity([tier(1, 900, 0, 0, null)], 1, 220)).toEqual([
      { tierId: 1, carried: 900, most: null },
    ]);
  });

  it('never takes more touches, caps or accounts than there are; enough people carry everything', () => {
    const tiers = fc.array(
      fc.record({
        accounts: fc.integer({ min: 0, max: 500 }),
        from: fc.integer({ min: 0, max: 8 }),
        more: fc.integer({ min: 0, max: 4 }),
        cap: fc.option(fc.integer({ min: 1, max: 60 })),
      }),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(
        tiers,
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 1, max: 300 }),
        (drawn, people, each) => {
          const list = drawn.map(({ accounts, from, more, cap }, at) =>
            tier(at + 1, accounts, from, from + more, cap),
          );
          const carried = sizeToCapacity(list, people, each).map((item, at) => ({
            ...item,
            tier: list[at] as TierDemand,
          }));
          const touches = carried.reduce((sum, item) => sum + item.carried * touchesEach(item.tier), 0);
          const caps = carried.reduce(
            (sum, item) => sum + item.carried / (item.tier.capAccounts ?? Infinity),
            0,
          );
          expect(touches).toBeLessThanOrEqual(people * each + 1e-6);
          expect(caps).toBeLessThanOrEqual(people + 1e-6);
          for (const item of carried) {
            expect(item.carried).toBeLessThanOrEqual(Math.min(item.tier.accounts, item.most ?? Infinity));
            expect(Number.isInteger(item.carried)).toBe(true);
          }
          const need = headcountNeed(list, each).people ?? 0;
          const all = sizeToCapacity(list, need + list.length, each);
          expect(all.map((item) => item.carried)).toEqual(list.map((item) => item.accounts));
        },
      ),
      { seed: 20_261_127, numRuns: 300 },
    );
  });
});
