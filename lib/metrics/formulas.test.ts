import { describe, expect, it } from 'vitest';
import { acv } from './acv.ts';
import { compareRates } from './compare-rates.ts';
import { cycleDays, dealCycleDays } from './cycle-days.ts';
import { moneySum } from './money-sum.ts';
import { quotaAttainment } from './quota-attainment.ts';
import { quartersInPeriod, quotaForPeriod } from './quota-for-period.ts';
import { rateOf } from './rate.ts';
import { spreadOf } from './spread.ts';
import { velocityPerDay } from './velocity.ts';
import { weightedPipeline } from './weighted-pipeline.ts';
import { winRate } from './win-rate.ts';

const day = (iso: string) => Date.parse(`${iso}T00:00:00Z`) / 86_400_000;

describe('win rate', () => {
  it('is won of closed, with its n', () => {
    expect(winRate(17, 16)).toMatchObject({ value: 17 / 33, n: 33 });
  });

  it('is unknown, not 0, with nothing closed', () => {
    expect(winRate(0, 0)).toEqual({ value: null, n: 0, low: null, high: null });
  });
});

describe('ACV', () => {
  it('takes the given value before the computed one', () => {
    expect(acv({ acvAmount: 500, amount: 36_000, termMonths: 36 })).toBe(500);
  });

  it('spreads the amount over the term', () => {
    expect(acv({ acvAmount: null, amount: 36_000, termMonths: 36 })).toBe(12_000);
    expect(acv({ acvAmount: null, amount: 3_000, termMonths: 6 })).toBe(6_000);
  });

  it('is unknown without a term, with a term of 0, or without an amount', () => {
    expect(acv({ acvAmount: null, amount: 36_000, termMonths: null })).toBeNull();
    expect(acv({ acvAmount: null, amount: 36_000, termMonths: 0 })).toBeNull();
    expect(acv({ acvAmount: null, amount: null, termMonths: 12 })).toBeNull();
  });
});

describe('cycle', () => {
  it('counts calendar days and leaves out deals without both dates or closed before they began', () => {
    const deals = [
      { createdOn: 100, closedOn: 110 },
      { createdOn: 100, closedOn: 100 },
      { createdOn: 100, closedOn: 190 },
      { createdOn: null, closedOn: 190 },
      { createdOn: 100, closedOn: null },
      { createdOn: 100, closedOn: 99 },
    ];
    expect(cycleDays(deals)).toEqual({ mean: 100 / 3, median: 10, p25: 5, p75: 50, n: 3 });
  });

  it('is unknown for no deals', () => {
    expect(cycleDays([])).toEqual({ mean: null, median: null, p25: null, p75: null, n: 0 });
    expect(dealCycleDays({ createdOn: 5, closedOn: 4 })).toBeNull();
  });
});

describe('velocity', () => {
  const parts = { open: 40, winRate: 0.25, meanWonAmount: 30_000, meanCycleDays: 60 };

  it('is open × win rate × mean amount ÷ mean cycle', () => {
    expect(velocityPerDay(parts)).toBe(5_000);
    expect(velocityPerDay({ ...parts, open: 0 })).toBe(0);
  });

  it('is unknown, never infinite, when a part is missing or the cycle is 0', () => {
    expect(velocityPerDay({ ...parts, meanCycleDays: 0 })).toBeNull();
    expect(velocityPerDay({ ...parts, meanCycleDays: null })).toBeNull();
    expect(velocityPerDay({ ...parts, winRate: null })).toBeNull();
    expect(velocityPerDay({ ...parts, meanWonAmount: null })).toBeNull();
  });
});

describe('sums and spreads', () => {
  it('say how many had a value and are null when none had', () => {
    expect(moneySum([100, null, 50])).toEqual({ value: 150, known: 2 });
    expect(moneySum([0])).toEqual({ value: 0, known: 1 });
    expect(moneySum([null])).toEqual({ value: null, known: 0 });
    expect(spreadOf([5, null, 1, 3, 1000])).toEqual({ mean: 252.25, median: 4, n: 4 });
    expect(spreadOf([])).toEqual({ mean: null, median: null, n: 0 });
  });

  it('weighs open pipeline by stage and leaves out what is not known', () => {
    const deals = [
      { amount: 100, probabilityRate: 0.5 },
      { amount: 200, probabilityRate: null },
      { amount: null, probabilityRate: 0.9 },
    ];
    expect(weightedPipeline(deals)).toEqual({ value: 50, known: 1 });
  });
});

describe('quota', () => {
  it('is won against quota, and what is open against the rest', () => {
    expect(quotaAttainment(75, 50, 100)).toEqual({
      attainmentRate: 0.75,
      remainingAmount: 25,
      coverageRate: 2,
    });
    expect(quotaAttainment(120, 50, 100)).toEqual({
      attainmentRate: 1.2,
      remainingAmount: 0,
      coverageRate: null,
    });
  });

  it('means nothing without a quota', () => {
    const nothing = { attainmentRate: null, remainingAmount: null, coverageRate: null };
    expect(quotaAttainment(75, 50, null)).toEqual(nothing);
    expect(quotaAttainment(75, 50, 0)).toEqual(nothing);
  });

  it('counts fiscal quarters by days', () => {
    expect(quartersInPeriod(day('2026-01-01'), day('2026-03-31'), 1)).toBe(1);
    expect(quartersInPeriod(day('2026-01-01'), day('2026-12-31'), 1)).toBe(4);
    expect(quartersInPeriod(day('2026-02-01'), day('2026-04-30'), 2)).toBe(1);
    expect(quartersInPeriod(day('2026-01-01'), day('2026-01-09'), 1)).toBeCloseTo(0.1, 12);
    expect(quotaForPeriod(300, { from: day('2026-01-01'), to: day('2026-06-30') }, 1)).toBe(600);
    expect(quotaForPeriod(null, { from: 0, to: 10 }, 1)).toBeNull();
  });
});

describe('comparing two rates', () => {
  it('claims a difference only where the intervals do not meet', () => {
    const rest = rateOf(237, 2964);
    expect(compareRates(rateOf(39, 231), rest)).toBe('higher');
    expect(compareRates(rateOf(22, 298), rest)).toBe('noClearDifference');
    expect(compareRates(rateOf(5, 400), rest)).toBe('lower');
    expect(compareRates(rateOf(17, 33), rateOf(104, 335))).toBe('noClearDifference');
  });

  it('claims nothing below ten tries', () => {
    expect(compareRates(rateOf(9, 9), rateOf(1, 5000))).toBe('tooFew');
    expect(compareRates(rateOf(1, 5000), rateOf(9, 9))).toBe('tooFew');
  });
});
