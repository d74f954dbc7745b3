import type { Performance } from '#lib/metrics/performance.ts';
import { type PerformanceGroup, performanceGroups } from '#lib/metrics/performance-filters.ts';
import { formatDay, formatInstant, formatMonth } from '#lib/shared/format.ts';
import { parseIsoDay } from '#lib/shared/days.ts';

/** `Jan 1 – Nov 22, 2026`, or `all time`. */
export function periodWords(from: string | null, to: string | null): string {
  const day = (text: string | null) => {
    const parsed = text === null ? null : parseIsoDay(text);
    return parsed === null ? '…' : formatDay(parsed);
  };
  if (from === null && to === null) return 'all time';
  const isOneYear = from !== null && from.slice(0, 4) === to?.slice(0, 4);
  return `${isOneYear ? day(from).replace(/, \d{4}$/, '') : day(from)} – ${day(to)}`;
}

/** The filters in force, as the cards say them. */
export function filterWords(data: Performance): string {
  const { frame, filters } = data;
  const parts = [
    `Closed ${periodWords(frame.from, frame.to)}`,
    ...(filters.pipeline === null ? [] : [`${filters.pipeline} pipeline`]),
    ...(filters.groupBy === 'segment'
      ? [filters.membership === 'current' ? 'current membership' : 'membership when the deal was created']
      : []),
  ];
  return parts.join(' · ');
}

export function asOfWords(data: Performance): string {
  return `as of ${formatInstant(Date.parse(data.frame.asOf), data.timeZone)}`;
}

/** What a row without a value is called. */
export function noneWords(group: PerformanceGroup, isScoped: boolean): string {
  if (group === 'segment') return restWords(isScoped);
  if (group === 'month') return 'No close date';
  if (group === 'rep.region') return 'No region of a rep';
  return `No ${performanceGroups[group].toLowerCase()}`;
}

/** With a book instead of the market, the rest is the rest of the book. */
export function restWords(isScoped: boolean): string {
  return isScoped ? 'Rest of your accounts' : 'Rest of market';
}

export function restInSentence(group: PerformanceGroup, isScoped: boolean): string {
  if (group !== 'segment') return 'all the others';
  return isScoped ? 'the rest of your accounts' : 'the rest of the market';
}

/** What the page is about, by its rows. */
export function titleWords(group: PerformanceGroup): string {
  if (group === 'segment') return 'Segment results';
  return `Results by ${performanceGroups[group].toLowerCase()}`;
}

/** `2026-11` → `Nov 2026`. */
export function monthWords(month: string): string {
  const first = parseIsoDay(`${month}-01`);
  return first === null ? month : formatMonth(first);
}
