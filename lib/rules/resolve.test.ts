import { describe, expect, it } from 'vitest';

import { formatIsoInstant, parseIsoDay } from '#lib/shared/days.ts';

import type { FieldCondition, Rule, SegmentDefinition, Window } from './ast.ts';
import { buildCatalog } from './build-catalog.ts';
import { resolveDefinition } from './resolve.ts';
import type { CalendarSettings } from './resolved.ts';
import { dateBounds, windowDates } from './windows.ts';

const catalog = buildCatalog();
const berlin: CalendarSettings = { timeZone: 'Europe/Berlin', fiscalYearStartMonth: 1 };
const newYorkFromFebruary: CalendarSettings = { timeZone: 'America/New_York', fiscalYearStartMonth: 2 };
const at = (iso: string) => Date.parse(iso);
const day = (iso: string) => parseIsoDay(iso);

function account(...rules: Rule[]): SegmentDefinition {
  return { version: 1, entity: 'account', root: { id: 'root', kind: 'group', op: 'all', rules } };
}

function resolve(definition: SegmentDefinition, published: Record<string, SegmentDefinition> = {}) {
  return resolveDefinition(definition, {
    catalog,
    asOf: at('2026-11-22T10:00:00Z'),
    now: at('2026-11-22T10:00:00Z'),
    calendar: berlin,
    publishedRule: (id) => published[id] ?? null,
    pinSides: () => null,
  });
}

describe('windowDates for days', () => {
  const cases: [string, Window, string, string | null, string | null][] = [
    ['last 7 days', { last: 7, unit: 'day' }, '2026-11-22T10:00Z', '2026-11-15', '2026-11-22'],
    [
      'last month clamps to the month end',
      { last: 1, unit: 'month' },
      '2026-03-31T10:00Z',
      '2026-02-28',
      '2026-03-31',
    ],
    [
      'last month in a leap year',
      { last: 1, unit: 'month' },
      '2028-03-31T10:00Z',
      '2028-02-29',
      '2028-03-31',
    ],
    ['last year from a leap day', { last: 1, unit: 'year' }, '2028-02-29T10:00Z', '2027-02-28', '2028-02-29'],
    [
      'last quarter is three months',
      { last: 1, unit: 'quarter' },
      '2026-05-31T10:00Z',
      '2026-02-28',
      '2026-05-31',
    ],
    ['next 2 weeks', { next: 2, unit: 'week' }, '2026-11-22T10:00Z', '2026-11-22', '2026-12-06'],
    ['this month', { period: 'this', unit: 'month' }, '2026-11-22T10:00Z', '2026-11-01', '2026-11-30'],
    [
      'asOf late in the evening is already tomorrow',
      { last: 1, unit: 'day' },
      '2026-11-22T23:30Z',
      '2026-11-22',
      '2026-11-23',
    ],
    ['open from', { from: '2026-01-01' }, '2026-11-22T10:00Z', '2026-01-01', null],
    ['open to', { to: '2026-01-01' }, '2026-11-22T10:00Z', null, '2026-01-01'],
  ];
  it.each(cases)('%s', (_, window, asOf, from, to) => {
    expect(windowDates(window, 'day', berlin, at(asOf))).toEqual({
      type: 'day',
      from: from && day(from),
      to: to && day(to),
    });
  });

  it('reads a period by the fiscal calendar', () => {
    const asOf = at('2026-01-15T12:00Z');
    const quarter = (period: 'this' | 'previous' | 'next') =>
      windowDates({ period, unit: 'quarter' }, 'day', newYorkFromFebruary, asOf);
    expect(quarter('this')).toEqual({ type: 'day', from: day('2025-11-01'), to: day('2026-01-31') });
    expect(quarter('previous')).toEqual({ type: 'day', from: day('2025-08-01'), to: day('2025-10-31') });
    expect(quarter('next')).toEqual({ type: 'day', from: day('2026-02-01'), to: day('2026-04-30') });
    expect(windowDates({ period: 'this', unit: 'year' }, 'day', newYorkFromFebruary, asOf)).toEqual({
      type: 'day',
      from: day('2025-02-01'),
      to: day('2026-01-31'),
    });
  });
});

function isoBounds(bounds: { from: number | null; to: number | null }) {
  return [bounds.from, bounds.to].map((ms) => (ms === null ? null : formatIsoInstant(ms)));
}

describe('windowDates for instants', () => {
  it('begins at local midnight and ends at asOf itself', () => {
    const asOf = at('2026-11-22T10:15:30.250Z');
    expect(isoBounds(windowDates({ last: 30, unit: 'day' }, 'instant', berlin, asOf))).toEqual([
      '2026-10-22T22:00:00.000Z', // summer time still
      '2026-11-22T10:15:30.250Z',
    ]);
  });

  it('mirrors that for next', () => {
    const asOf = at('2026-11-22T10:15:30.250Z');
    expect(isoBounds(windowDates({ next: 1, unit: 'day' }, 'instant', berlin, asOf))).toEqual([
      '2026-11-22T10:15:30.250Z',
      '2026-11-23T22:59:59.999Z',
    ]);
  });

  it('takes hours as elapsed time to the minute, over a clock change too', () => {
    const asOf = at('2026-10-25T10:15:30.250Z');
    expect(isoBounds(windowDates({ last: 24, unit: 'hour' }, 'instant', berlin, asOf))).toEqual([
      '2026-10-24T10:15:00.000Z',
      '2026-10-25T10:15:30.250Z',
    ]);
  });

  it('gives a day of 25 hours where the clock goes back', () => {
    const window: Window = { from: '2026-10-25', to: '2026-10-25' };
    expect(isoBounds(windowDates(window, 'instant', berlin, 0))).toEqual([
      '2026-10-24T22:00:00.000Z',
      '2026-10-25T22:59:59.999Z',
    ]);
  });

  it('begins the day at its first moment where midnight does not exist', () => {
    const santiago = { timeZone: 'America/Santiago', fiscalYearStartMonth: 1 };
    const bounds = windowDates({ from: '2026-09-06', to: '2026-09-06' }, 'instant', santiago, 0);
    expect(isoBounds(bounds)).toEqual(['2026-09-06T04:00:00.000Z', '2026-09-07T02:59:59.999Z']);
  });
});

describe('dateBounds', () => {
  const asOf = at('2026-11-22T10:00:00Z');
  it('reads on, before, after and between for days', () => {
    const bounds = (operator: 'on' | 'before' | 'after') =>
      dateBounds(operator, '2026-03-01', 'day', berlin, asOf);
    expect(bounds('on')).toEqual({ type: 'day', from: day('2026-03-01'), to: day('2026-03-01') });
    expect(bounds('before')).toEqual({ type: 'day', from: null, to: day('2026-02-28') });
    expect(bounds('after')).toEqual({ type: 'day', from: day('2026-03-02'), to: null });
    expect(dateBounds('between', ['2026-03-01', '2026-03-05'], 'day', berlin, asOf)).toEqual({
      type: 'day',
      from: day('2026-03-01'),
      to: day('2026-03-05'),
    });
  });

  it('reads a day on an instant field as the whole local day', () => {
    const bounds = (operator: 'on' | 'before' | 'after') =>
      isoBounds(dateBounds(operator, '2026-03-29', 'instant', berlin, asOf));
    expect(bounds('on')).toEqual(['2026-03-28T23:00:00.000Z', '2026-03-29T21:59:59.999Z']);
    expect(bounds('before')).toEqual([null, '2026-03-28T22:59:59.999Z']);
    expect(bounds('after')).toEqual(['2026-03-29T22:00:00.000Z', null]);
  });

  it('reads a moment as a moment and a relative value as a day', () => {
    expect(isoBounds(dateBounds('after', '2026-03-29T08:00:00Z', 'instant', berlin, asOf))).toEqual([
      '2026-03-29T08:00:00.001Z',
      null,
    ]);
    expect(dateBounds('on', { ago: 1, unit: 'month' }, 'day', berlin, at('2026-03-31T10:00Z'))).toEqual({
      type: 'day',
      from: day('2026-02-28'),
      to: day('2026-02-28'),
    });
    expect(dateBounds('on', { ahead: 2, unit: 'day' }, 'day', berlin, asOf).from).toBe(day('2026-11-24'));
  });
});

describe('resolveDefinition', () => {
  const is = (field: string, value: FieldCondition['value'], id = field): FieldCondition => ({
    id,
    kind: 'field',
    field,
    operator: Array.isArray(value) ? 'in' : 'eq',
    ...(value === undefined ? {} : { value }),
  });

  it('folds text, trims identity keys and drops repeats', () => {
    const { root } = resolve(
      account(
        is('industry', [' straße ', 'STRASSE']),
        is('externalId', ' 0015a '),
        is('externalId.salesforce', '001A0000006Vm9u'),
      ),
    );
    expect(root.rules.map((rule) => rule.kind === 'field' && [rule.field, rule.value])).toEqual([
      ['account.industry', { kind: 'texts', texts: ['STRASSE'] }],
      ['account.externalId', { kind: 'texts', texts: ['0015a'] }],
      ['account.externalId.salesforce', { kind: 'texts', texts: ['001A0000006Vm9uIAC'] }],
    ]);
  });

  it('lays a window on the main date of the rows, with their own scope spelled out', () => {
    const { root } = resolve(
      account({
        id: 'r',
        kind: 'related',
        entity: 'signal',
        where: null,
        window: { last: 1, unit: 'day' },
        measure: { fn: 'count' },
        operator: 'gte',
        value: 2,
      }),
    );
    expect(root.rules[0]).toMatchObject({
      of: 'self',
      window: {
        field: 'occurredAt',
        bounds: { from: at('2026-11-20T23:00:00Z'), to: at('2026-11-22T10:00:00Z') },
      },
      value: { low: 2, high: 2 },
    });
  });

  it('inlines the published rule of a referenced segment under its own node ids', () => {
    const { root } = resolve(account({ id: 's', kind: 'segment', segmentId: 'seg_1', member: true }), {
      seg_1: account(is('industry', 'Retail', 'n')),
    });
    expect(root.rules[0]).toMatchObject({ rule: { id: 's/root', rules: [{ id: 's/n' }] }, change: null });
  });

  it('throws on what no longer fits: a removed field, an unpublished segment, a cycle', () => {
    expect(() => resolve(account(is('custom.gone', 'x')))).toThrow('no longer exists');
    const reference: Rule = { id: 's', kind: 'segment', segmentId: 'seg_1', member: true };
    expect(() => resolve(account(reference))).toThrow('never published');
    expect(() => resolve(account(reference), { seg_1: account(reference) })).toThrow('refers back to itself');
  });

  it('knows the day of asOf in the zone of the workspace, and whether it is past', () => {
    const resolved = resolveDefinition(account(), {
      catalog,
      asOf: at('2026-11-21T23:30:00Z'),
      now: at('2026-11-22T10:00:00Z'),
      calendar: berlin,
      publishedRule: () => null,
      pinSides: () => null,
    });
    expect(resolved).toMatchObject({ isPast: true, asOfDay: day('2026-11-22') });
  });
});
