import { expect, test } from 'vitest';
import { parseIsoDay } from '#lib/shared/days.ts';
import { dayPlan, elapsedRate, workingDays, workWeek } from './day-plan.ts';
import { countedToday, isBehindPace, touchesDue } from './touches-due.ts';
import type { Reason } from './why-now.ts';
import { compareWork, workGroup, type WorkFacts } from './work-groups.ts';

const day = (iso: string) => parseIsoDay(iso) ?? Number.NaN;

test.each([
  [8, 6, 2],
  [8, 8, 0],
  [8, 11, 0],
  [1.5, 1, 1],
  [0, 0, 0],
  [null, 0, 0],
])('of a lower bound of %s with %i done, %i are due', (bound, done, due) => {
  expect(touchesDue(bound, done)).toBe(due);
});

test('only touches that took something off what was due count for the day', () => {
  expect(countedToday(4, 5, 3)).toBe(2);
  expect(countedToday(4, 2, 2)).toBe(2);
  expect(countedToday(null, 2, 2)).toBe(0);
});

test('working days leave out weekends and count both ends', () => {
  expect(workingDays(day('2026-11-19'), day('2026-11-30'))).toBe(8);
  expect(workingDays(day('2026-11-21'), day('2026-11-22'))).toBe(0);
  expect(workingDays(day('2026-11-30'), day('2026-11-19'))).toBe(0);
});

test('the plan spreads what was due this morning over the days left, and stands still during the day', () => {
  const question = { today: day('2026-11-19'), monthEndOn: day('2026-11-30') };
  const morning = dayPlan({ ...question, dueTouches: 110, countedToday: 0 });
  const noon = dayPlan({ ...question, dueTouches: 106, countedToday: 4 });
  expect(morning).toEqual({ planned: 14, day: question.today, workingDaysLeft: 8 });
  expect(noon.planned).toBe(14);
});

test('on a weekend it is the plan of the next working day', () => {
  const plan = dayPlan({
    today: day('2026-11-22'),
    monthEndOn: day('2026-11-30'),
    dueTouches: 60,
    countedToday: 0,
  });
  expect(plan).toEqual({ planned: 10, day: day('2026-11-23'), workingDaysLeft: 6 });
});

test('on the last weekend of a month all that is due is planned at once', () => {
  const plan = dayPlan({
    today: day('2026-10-31'),
    monthEndOn: day('2026-10-31'),
    dueTouches: 7,
    countedToday: 2,
  });
  expect(plan).toEqual({ planned: 9, day: day('2026-10-31'), workingDaysLeft: 0 });
});

test('nothing due is nothing planned', () => {
  const quiet = { today: day('2026-11-30'), monthEndOn: day('2026-11-30'), dueTouches: 0, countedToday: 0 };
  expect(dayPlan(quiet).planned).toBe(0);
});

test('pace: more than one whole touch behind the even spread', () => {
  const elapsed = elapsedRate(day('2026-11-01'), day('2026-11-30'), day('2026-11-16'));
  expect(elapsed).toBeCloseTo(10 / 21);
  expect(isBehindPace(8, 2, elapsed)).toBe(true);
  expect(isBehindPace(8, 3, elapsed)).toBe(false);
  expect(isBehindPace(null, 0, elapsed)).toBe(false);
});

test('the week runs from Monday; on a weekend it is the next one', () => {
  const week = { from: day('2026-11-16'), to: day('2026-11-22') };
  expect(workWeek(day('2026-11-19'))).toEqual(week);
  expect(workWeek(day('2026-11-22'))).toEqual({ from: day('2026-11-23'), to: day('2026-11-29') });
});

const clock = { now: Date.UTC(2026, 10, 19), today: day('2026-11-19') };

function facts(more: Partial<WorkFacts> = {}): WorkFacts {
  return { tierRank: 1, touchesDue: 2, isBehindPace: false, reasons: [], score: 50, name: 'A', ...more };
}

function reason(more: Partial<Reason> = {}): Reason {
  return {
    kind: 'trigger',
    text: '',
    detail: null,
    at: null,
    on: null,
    weight: 50,
    isUrgent: false,
    ...more,
  };
}

test.each<[string, Partial<WorkFacts>, string]>([
  [
    'an answer that waits, with nothing due',
    { touchesDue: 0, reasons: [reason({ kind: 'reply', isUrgent: true })] },
    'now',
  ],
  ['urgent news with a touch due', { reasons: [reason({ isUrgent: true })] }, 'now'],
  ['urgent news with nothing due', { touchesDue: 0, reasons: [reason({ isUrgent: true })] }, 'done'],
  ['news of this fortnight', { reasons: [reason({ at: clock.now - 13 * 86_400_000 })] }, 'week'],
  ['older news', { reasons: [reason({ at: clock.now - 15 * 86_400_000 })] }, 'later'],
  ['behind the pace', { isBehindPace: true }, 'week'],
  ['a step within the week', { reasons: [reason({ kind: 'step', on: clock.today + 3 })] }, 'week'],
])('%s belongs to its group', (_, more, group) => {
  expect(workGroup(facts(more), clock)).toBe(group);
});

test('within a group the tier comes first, then news, then touches due', () => {
  const order = [
    {
      ...facts({ name: 'low tier, big news', tierRank: 3, reasons: [reason({ weight: 99 })] }),
      group: 'week' as const,
    },
    { ...facts({ name: 'no tier', tierRank: null }), group: 'week' as const },
    { ...facts({ name: 'more due', touchesDue: 5 }), group: 'week' as const },
    { ...facts({ name: 'news', reasons: [reason()] }), group: 'week' as const },
    { ...facts({ name: 'act now', tierRank: 3 }), group: 'now' as const },
  ].sort(compareWork);
  expect(order.map(({ name }) => name)).toEqual([
    'act now',
    'news',
    'more due',
    'low tier, big news',
    'no tier',
  ]);
});
