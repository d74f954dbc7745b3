import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseIsoDay } from '#lib/shared/days.ts';
import { type Person, usualAssumptions } from './capacity-model.ts';
import { monthsFrom, wholeMonths, workingDays } from './months.ts';
import { fullCapacityTouches, monthCapacity, rampOn } from './person-capacity.ts';
import { stayRate, supplyByMonth } from './supply.ts';

const day = (text: string) => parseIsoDay(text) ?? Number.NaN;
const span = (from: string, to: string) => ({ fromOn: day(from), toOn: day(to) });
const june = span('2026-06-01', '2026-06-30');
const somebody: Person = {
  repId: 1,
  role: 'AE',
  isOpening: false,
  capacityTouches: 220,
  capacityHours: null,
  rampRate: null,
  startsOn: null,
  endsOn: null,
  absences: [],
};
const role = { ...usualAssumptions, rampCurve: [0.25, 0.5, 0.75] };

describe('months', () => {
  it('are calendar months from today’s, with their working days', () => {
    expect(monthsFrom(day('2026-11-27'), 3)).toEqual([
      span('2026-11-01', '2026-11-30'),
      span('2026-12-01', '2026-12-31'),
      span('2027-01-01', '2027-01-31'),
    ]);
    expect(workingDays(june)).toHaveLength(22);
    expect(workingDays(span('2026-06-06', '2026-06-07'))).toEqual([]);
  });

  it('of work are whole, clamped at the end of a month', () => {
    expect(wholeMonths(day('2026-01-31'), day('2026-02-27'))).toBe(0);
    expect(wholeMonths(day('2026-01-31'), day('2026-02-28'))).toBe(1);
    expect(wholeMonths(day('2024-01-15'), day('2026-01-14'))).toBe(23);
  });
});

describe('what one person can do', () => {
  it('is touches as recorded, or hours ÷ hours a touch', () => {
    expect(fullCapacityTouches(somebody, role)).toBe(220);
    expect(fullCapacityTouches({ capacityTouches: null, capacityHours: 110 }, role)).toBe(220);
    expect(fullCapacityTouches({ capacityTouches: null, capacityHours: null }, role)).toBeNull();
  });

  it('follows the ramp curve from the first day, else the recorded ramp', () => {
    const started = { startsOn: day('2026-06-15'), rampRate: 0.9 };
    expect(rampOn(started, role, day('2026-06-14'))).toBe(0);
    expect(rampOn(started, role, day('2026-06-15'))).toBe(0.25);
    expect(rampOn(started, role, day('2026-07-15'))).toBe(0.5);
    expect(rampOn(started, role, day('2026-09-15'))).toBe(1);
    expect(rampOn({ startsOn: null, rampRate: 0.6 }, role, day('2026-09-15'))).toBe(0.6);
  });

  it('counts a start within the month and time off by the working day', () => {
    const starting = { ...somebody, startsOn: day('2026-06-16') };
    expect(monthCapacity(starting, role, june).touches).toBeCloseTo((220 * 0.25 * 11) / 22);
    const away = {
      ...somebody,
      absences: [span('2026-06-01', '2026-06-07'), span('2026-06-05', '2026-06-08')],
    };
    expect(monthCapacity(away, role, june)).toEqual({
      touches: (220 * 16) / 22,
      presenceRate: 16 / 22,
      readinessRate: 16 / 22,
    });
    expect(monthCapacity({ ...somebody, endsOn: day('2026-05-31') }, role, june).touches).toBe(0);
  });
});

const persons = fc.record({
  repId: fc.constant(1),
  role: fc.constant('AE'),
  isOpening: fc.boolean(),
  capacityTouches: fc.option(fc.integer({ min: 0, max: 300 })),
  capacityHours: fc.option(fc.integer({ min: 0, max: 200 })),
  rampRate: fc.option(fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100)),
  startsOn: fc.option(fc.integer({ min: 20_400, max: 21_000 })),
  endsOn: fc.option(fc.integer({ min: 20_400, max: 21_200 })),
  absences: fc.array(
    fc
      .tuple(fc.integer({ min: 20_400, max: 21_200 }), fc.integer({ min: 0, max: 60 }))
      .map(([fromOn, length]) => ({ fromOn, toOn: fromOn + length })),
    { maxLength: 3 },
  ),
});
const today = fc.integer({ min: 20_454, max: 20_820 });
const settings = { seed: 20_261_127, numRuns: 200 };

describe('the supply of a team', () => {
  it('says what attrition and time off take', () => {
    const months = monthsFrom(june.fromOn, 13);
    const supply = supplyByMonth(
      [somebody, { ...somebody, isOpening: true }],
      { ...role, attritionRate: 0.2 },
      months,
    );
    expect(supply[0]).toMatchObject({ rampedTouches: 220, openingTouches: 220, touches: 440, people: 2 });
    expect(supply[12]?.touches).toBeCloseTo(440 * 0.8);
    expect(supply[12]?.attritionTouches).toBeCloseTo(440 * 0.2);
    expect(stayRate(0.2, 0)).toBe(1);
  });

  it('is never more than full capacity, never negative, and adds up', () => {
    fc.assert(
      fc.property(fc.array(persons, { maxLength: 6 }), today, (people, now) => {
        const full = people.reduce((sum, person) => sum + (fullCapacityTouches(person, role) ?? 0), 0);
        for (const month of supplyByMonth(people, { ...role, attritionRate: 0.15 }, monthsFrom(now, 12))) {
          const parts = month.rampedTouches + month.rampingTouches + month.openingTouches;
          expect(month.touches).toBeCloseTo(parts, 6);
          expect(month.touches).toBeGreaterThanOrEqual(0);
          expect(month.touches + month.attritionTouches + month.timeOffTouches).toBeLessThanOrEqual(
            full + 1e-6,
          );
          expect(month.people).toBeLessThanOrEqual(people.length + 1e-9);
        }
      }),
      settings,
    );
  });

  it('grows with nobody’s time off', () => {
    fc.assert(
      fc.property(persons, today, fc.integer({ min: 0, max: 40 }), (person, now, length) => {
        const [month] = monthsFrom(now, 1);
        if (!month) return;
        const more = { ...person, absences: [...person.absences, { fromOn: now, toOn: now + length }] };
        expect(monthCapacity(more, role, month).touches ?? 0).toBeLessThanOrEqual(
          (monthCapacity(person, role, month).touches ?? 0) + 1e-9,
        );
      }),
      settings,
    );
  });

  it('rises month by month while somebody ramps up along a rising curve', () => {
    fc.assert(
      fc.property(today, (now) => {
        const starter = { ...somebody, startsOn: now };
        const rates = monthsFrom(now, 8).map((month) => monthCapacity(starter, role, month).readinessRate);
        for (const [index, rate] of rates.entries())
          expect(rate).toBeGreaterThanOrEqual((rates[index - 1] ?? 0) - 1e-9);
        expect(rates.at(-1)).toBe(1);
      }),
      settings,
    );
  });
});
