import type { Performance } from '#lib/metrics/performance.ts';
import type { ResultGroup } from '#lib/metrics/results.ts';
import { dayOfInstant, fiscalPeriod, formatIsoDay, parseIsoDay } from '#lib/shared/days.ts';
import type { ChartDatum, ChartSeries } from '../charts/chart-data.ts';
import { groupColours, restColour } from './colours.ts';
import { monthWords } from './words.ts';
import { groupName } from './group-name.ts';

const MOST_SERIES = 9;
export const othersKey = 'others';
export const noneKey = 'none';

type CreatedMonths = {
  data: ChartDatum[];
  series: ChartSeries[];
  /** Money, or deals where no amount is known. */
  isMoney: boolean;
  /** `Nov has 19 of 30 days`, or null. */
  partial: string | null;
  /** Groups overlap, so that the stack is higher than what was created. */
  isOverlapping: boolean;
};

/** Deals created by month, stacked by group; the months of the period without any deal stand there, too. */
export function createdMonths(performance: Performance): CreatedMonths {
  const { createdByMonth, filters } = performance;
  const { groupBy } = filters;
  const isMoney = typeof createdByMonth.total.createdAmount?.value === 'number';
  const valueOf = (group: ResultGroup) => (isMoney ? (group.createdAmount?.value ?? null) : group.created);
  const keyOf = (group: ResultGroup) => (groupBy === 'month' ? 'all' : String(group.key[groupBy] ?? noneKey));
  const sums = new Map<string, number>();
  for (const group of createdByMonth.groups) {
    sums.set(keyOf(group), (sums.get(keyOf(group)) ?? 0) + (valueOf(group) ?? 0));
  }
  const named = [...sums.keys()].filter((key) => key !== noneKey);
  const largest = named.sort((a, b) => (sums.get(b) ?? 0) - (sums.get(a) ?? 0)).slice(0, MOST_SERIES);
  const kept = new Set([...largest, noneKey]);
  const place = (group: ResultGroup) => (kept.has(keyOf(group)) ? keyOf(group) : othersKey);
  const values = new Map<string, Record<string, number | null>>();
  for (const group of createdByMonth.groups) {
    const month = String(group.key.month ?? '');
    const row = values.get(month) ?? {};
    const value = valueOf(group);
    if (value !== null) row[place(group)] = (row[place(group)] ?? 0) + value;
    values.set(month, row);
  }
  const { months, partial } = monthsOf(
    performance,
    [...values.keys()].filter((month) => month !== ''),
  );
  const total = isMoney
    ? (createdByMonth.total.createdAmount?.value ?? 0)
    : (createdByMonth.total.created ?? 0);
  return {
    data: months.map((month) => ({
      key: month,
      label: monthWords(month).replace(/ \d{4}$/, months.length > 12 ? '$&' : ''),
      values: values.get(month) ?? {},
      pale: partial.some((one) => one.month === month),
    })),
    series: seriesOf(performance, largest, sums, named.length > largest.length),
    isMoney,
    partial: partial.length === 0 ? null : partial.map((one) => one.words).join(', '),
    isOverlapping: [...sums.values()].reduce((sum, value) => sum + value, 0) > total * 1.0001,
  };
}

function seriesOf(
  performance: Performance,
  largest: readonly string[],
  sums: ReadonlyMap<string, number>,
  hasOthers: boolean,
): ChartSeries[] {
  const { groupBy } = performance.filters;
  const colourOf = groupColours(performance);
  const nameOf = (key: string | null) => {
    const group = performance.createdByMonth.groups.find(
      (candidate) => (candidate.key[groupBy] ?? null) === key || String(candidate.key[groupBy]) === key,
    );
    return group ? groupName(performance, group) : (key ?? '');
  };
  if (groupBy === 'month') return [{ key: 'all', label: 'All deals', colour: 'var(--cat-1)' }];
  return [
    ...(sums.has(noneKey) ? [{ key: noneKey, label: nameOf(null), colour: restColour }] : []),
    ...(hasOthers ? [{ key: othersKey, label: 'All others', colour: 'var(--chart-fill-2)' }] : []),
    ...[...largest].reverse().map((key) => ({ key, label: nameOf(key), colour: colourOf(key) })),
  ];
}

function monthsOf(
  { frame, timeZone }: Performance,
  present: readonly string[],
): { months: string[]; partial: { month: string; words: string }[] } {
  const asOfDay = dayOfInstant(Date.parse(frame.asOf), timeZone);
  const sorted = [...present].sort();
  const last = Math.min(parseIsoDay(frame.to ?? '') ?? asOfDay, asOfDay);
  const first = parseIsoDay(frame.from ?? '') ?? parseIsoDay(`${sorted[0] ?? ''}-01`) ?? last;
  const months: string[] = [];
  for (let month = fiscalPeriod(first, 'month', 0, 1); month.from <= last && months.length < 60; ) {
    months.push(formatIsoDay(month.from).slice(0, 7));
    month = fiscalPeriod(month.from, 'month', 1, 1);
  }
  return {
    months,
    partial: [
      ...partOf(first, Math.min(last, fiscalPeriod(first, 'month', 0, 1).to)),
      ...partOf(fiscalPeriod(last, 'month', 0, 1).from, last),
    ].filter((one, index, all) => all.findIndex((other) => other.month === one.month) === index),
  };
}

/** A month of which only some days count, in words. */
function partOf(from: number, to: number): { month: string; words: string }[] {
  const month = fiscalPeriod(from, 'month', 0, 1);
  const days = to - from + 1;
  const all = month.to - month.from + 1;
  if (days === all) return [];
  const name = formatIsoDay(month.from).slice(0, 7);
  return [{ month: name, words: `${monthWords(name)} has ${days} of ${all} days` }];
}
