import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it, test } from 'vitest';
import {
  addCalendarUnits,
  dayOfInstant,
  fiscalPeriod,
  formatIsoDay,
  parseIsoDay,
  startOfDay,
} from './days.ts';

const zones = [
  'UTC',
  'America/New_York',
  'America/Los_Angeles',
  'America/Sao_Paulo',
  'America/St_Johns',
  'Europe/Berlin',
  'Europe/London',
  'Asia/Beirut',
  'Asia/Kathmandu',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Africa/Cairo',
  'Pacific/Apia',
  'Pacific/Auckland',
];
const zone = fc.constantFrom(...zones);
const from = Date.UTC(1975, 0, 1);
// Theirs knows no change of clocks later than about ten years from now.
const to = Date.UTC(2035, 0, 1);
const instant = fc.integer({ min: from, max: to });
const day = fc.integer({ min: Math.floor(from / 86_400_000), max: Math.floor(to / 86_400_000) });
const runs = { numRuns: 400 };

function plain(epochDay: number): Temporal.PlainDate {
  return Temporal.PlainDate.from(formatIsoDay(epochDay));
}
function epochDay(date: Temporal.PlainDate): number {
  return parseIsoDay(date.toString()) ?? Number.NaN;
}

describe('calendar days as an implementation by others has them', () => {
  test('the day of an instant', () => {
    fc.assert(
      fc.property(instant, zone, (ms, timeZone) => {
        const theirs = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(timeZone).toPlainDate();
        expect(formatIsoDay(dayOfInstant(ms, timeZone))).toBe(theirs.toString());
      }),
      runs,
    );
  });

  test('the first moment of a day is in it, and none before is', () => {
    const theirs = (ms: number, timeZone: string) =>
      Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(timeZone).toPlainDate().toString();
    fc.assert(
      fc.property(day, zone, fc.integer({ min: 1, max: 7_200_000 }), (on, timeZone, before) => {
        const start = startOfDay(on, timeZone);
        // Apia had no 2011-12-30: what comes first then is the next day.
        const isLeftOut = timeZone === 'Pacific/Apia' && formatIsoDay(on) === '2011-12-30';
        if (!isLeftOut) expect(theirs(start, timeZone)).toBe(formatIsoDay(on));
        expect(theirs(start - 1, timeZone) < formatIsoDay(on)).toBe(true);
        expect(theirs(start - before, timeZone) < formatIsoDay(on)).toBe(true);
      }),
      runs,
    );
  });

  test('months, quarters and years later and earlier', () => {
    const unit = fc.constantFrom('month' as const, 'quarter' as const, 'year' as const);
    fc.assert(
      fc.property(day, fc.integer({ min: -60, max: 60 }), unit, (on, amount, step) => {
        const months = step === 'month' ? amount : step === 'quarter' ? amount * 3 : amount * 12;
        expect(addCalendarUnits(on, amount, step)).toBe(epochDay(plain(on).add({ months })));
      }),
      runs,
    );
  });
});

it('begins a day where clocks leave midnight out', () => {
  // São Paulo went from 00:00 to 01:00 on 2018-11-04; Apia left out 2011-12-30 altogether.
  const on = parseIsoDay('2018-11-04') ?? 0;
  expect(new Date(startOfDay(on, 'America/Sao_Paulo')).toISOString()).toBe('2018-11-04T03:00:00.000Z');
  const after = parseIsoDay('2011-12-31') ?? 0;
  expect(new Date(startOfDay(after, 'Pacific/Apia')).toISOString()).toBe('2011-12-30T10:00:00.000Z');
});

it('begins a day once where clocks go back over midnight', () => {
  // At 00:01 on 2010-11-07 the clocks of St. John’s went back to 23:01.
  const on = parseIsoDay('2010-11-07') ?? 0;
  expect(new Date(startOfDay(on, 'America/St_Johns')).toISOString()).toBe('2010-11-07T02:30:00.000Z');
});

it('has fiscal quarters and years that begin in any month', () => {
  const on = parseIsoDay('2026-11-27') ?? 0;
  const shown = (period: { from: number; to: number }) =>
    `${formatIsoDay(period.from)} ${formatIsoDay(period.to)}`;
  expect(shown(fiscalPeriod(on, 'quarter', 0, 2))).toBe('2026-11-01 2027-01-31');
  expect(shown(fiscalPeriod(on, 'year', -1, 2))).toBe('2025-02-01 2026-01-31');
  expect(shown(fiscalPeriod(on, 'month', 3, 1))).toBe('2027-02-01 2027-02-28');
});
