import { parseIsoDay } from '#lib/shared/days.ts';
import { all, has, is } from '../testing/rule-makers.ts';
import { accountsOf, accountsWith, type SemanticCase } from './semantic-case.ts';

const day = (iso: string) => parseIsoDay(iso) ?? 0;
const at = (iso: string) => Date.parse(iso);

const renewals = (...days: string[]) => accountsOf(...days.map((iso) => ({ renewalOn: day(iso) })), {});
const signals = (...instants: string[]) =>
  accountsWith(
    instants.length + 1,
    'signal',
    instants.map((iso, index) => ({ of: index + 1, type: 'intent', occurredAt: at(iso) })),
  );

const around = renewals('2026-11-21', '2026-11-22', '2026-11-23');
const leap = renewals('2024-02-28', '2024-02-29', '2024-03-01');
const dst = signals(
  '2026-03-08T04:59:59.999Z',
  '2026-03-08T05:00:00Z',
  '2026-03-09T03:59:59.999Z',
  '2026-03-09T04:00:00Z',
);

export const dateCases: SemanticCase[] = [
  { name: 'on a day', world: around, root: all(is('renewalOn', 'on', '2026-11-22')), expected: [2] },
  { name: 'before a day', world: around, root: all(is('renewalOn', 'before', '2026-11-22')), expected: [1] },
  { name: 'after a day', world: around, root: all(is('renewalOn', 'after', '2026-11-22')), expected: [3] },
  {
    name: 'between days includes both',
    world: around,
    root: all(is('renewalOn', 'between', ['2026-11-21', '2026-11-22'])),
    expected: [1, 2],
  },
  { name: 'empty day', world: around, root: all(is('renewalOn', 'empty')), expected: [4] },
  {
    name: 'before an amount of days ago',
    world: around,
    root: all(is('renewalOn', 'before', { ago: 0, unit: 'day' })),
    expected: [1],
  },
  {
    name: 'in a window to come',
    world: around,
    root: all(is('renewalOn', 'within', { next: 1, unit: 'day' })),
    expected: [2, 3],
  },
  {
    name: 'not in a window includes missing',
    world: around,
    root: all(is('renewalOn', 'notWithin', { next: 1, unit: 'day' })),
    expected: [1, 4],
  },
  {
    name: 'a window of whole days',
    world: around,
    root: all(is('renewalOn', 'within', { from: '2026-11-22', to: '2026-11-23' })),
    expected: [2, 3],
  },
  {
    name: 'an open window',
    world: around,
    root: all(is('renewalOn', 'within', { to: '2026-11-21' })),
    expected: [1],
  },
  { name: 'the leap day', world: leap, root: all(is('renewalOn', 'on', '2024-02-29')), expected: [2] },
  {
    name: 'a year before the day after the leap day',
    world: leap,
    root: all(is('renewalOn', 'within', { next: 1, unit: 'year' })),
    asOf: at('2023-02-28T12:00:00-05:00'),
    expected: [1],
  },
  {
    name: 'a month from the 31st clamps to the last day',
    world: renewals('2026-01-31', '2026-02-28', '2026-03-01'),
    root: all(is('renewalOn', 'within', { next: 1, unit: 'month' })),
    asOf: at('2026-01-31T12:00:00-05:00'),
    expected: [1, 2],
  },
  {
    name: 'a fiscal quarter that starts in February',
    world: renewals('2026-10-31', '2026-11-01', '2027-01-31', '2027-02-01'),
    root: all(is('renewalOn', 'within', { period: 'this', unit: 'quarter' })),
    expected: [2, 3],
  },
  {
    name: 'the fiscal year before',
    world: renewals('2025-01-31', '2025-02-01', '2026-01-31', '2026-02-01'),
    root: all(is('renewalOn', 'within', { period: 'previous', unit: 'year' })),
    expected: [2, 3],
  },
  {
    name: 'a day on which clocks change has 23 hours',
    world: dst,
    root: all(has('signal', { window: { from: '2026-03-08', to: '2026-03-08' } })),
    expected: [2, 3],
  },
  {
    name: 'last days begin with the day and end now',
    world: signals(
      '2026-11-15T04:59:59.999Z',
      '2026-11-15T05:00:00Z',
      '2026-11-22T15:30:00Z',
      '2026-11-22T15:30:00.001Z',
    ),
    root: all(has('signal', { window: { last: 7, unit: 'day' } })),
    expected: [2, 3],
  },
  {
    name: 'last hours are exact to the minute',
    world: signals('2026-11-22T13:29:59.999Z', '2026-11-22T13:30:00Z', '2026-11-22T15:30:00Z'),
    root: all(has('signal', { window: { last: 2, unit: 'hour' } })),
    expected: [2, 3],
  },
  {
    name: 'a quarter back is three months',
    world: signals('2026-08-22T03:59:59.999Z', '2026-08-22T04:00:00Z'),
    root: all(has('signal', { window: { last: 1, unit: 'quarter' } })),
    expected: [2],
  },
  {
    name: 'an instant compares with a day of the workspace',
    world: accountsOf(
      { updatedAt: at('2026-11-22T04:59:59.999Z') },
      { updatedAt: at('2026-11-22T05:00:00Z') },
    ),
    root: all(is('updatedAt', 'on', '2026-11-22')),
    expected: [2],
  },
  {
    name: 'after a day is after its end',
    world: accountsOf(
      { updatedAt: at('2026-11-22T04:59:59.999Z') },
      { updatedAt: at('2026-11-22T05:00:00Z') },
    ),
    root: all(is('updatedAt', 'after', '2026-11-21')),
    expected: [2],
  },
];
