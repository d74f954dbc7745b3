import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOfInstant } from '#lib/shared/days.ts';
import { monthFinder, monthOfDay } from './months.ts';

describe('months of instants', () => {
  it.each(['UTC', 'America/New_York', 'Pacific/Auckland'])('are those of the calendar in %s', (timeZone) => {
    const from = Date.UTC(2024, 0, 1);
    const to = Date.UTC(2026, 11, 31);
    const monthOf = monthFinder(from, to, timeZone);
    fc.assert(
      fc.property(fc.integer({ min: from, max: to }), (at) => {
        expect(monthOf(at)).toBe(monthOfDay(dayOfInstant(at, timeZone)));
      }),
      { seed: 20261122 },
    );
  });

  it('change at local midnight', () => {
    const monthOf = monthFinder(Date.UTC(2026, 9, 1), Date.UTC(2026, 11, 1), 'America/New_York');
    const midnight = Date.UTC(2026, 10, 1, 4);
    expect([monthOf(midnight - 1), monthOf(midnight)]).toEqual(['2026-10', '2026-11']);
  });
});
