import 'server-only';
import type { Connection } from '#db/client.ts';
import { findDimension } from '#db/queries/results/dimensions.ts';
import { comparedSegments, publishedSegmentIds } from '#db/queries/results/memberships.ts';
import { workspaceSettings } from '#db/queries/settings/workspace.ts';
import type { Context } from '#lib/permissions/context.ts';
import { scopeOf } from '#lib/permissions/scope.ts';
import type { Period } from '#lib/metrics/period.ts';
import { dayOfInstant, fiscalPeriod, parseIsoDay, parseIsoInstant, startOfDay } from '#lib/shared/days.ts';
import { appError, type Issue } from '#lib/shared/errors.ts';
import { parsePublicId } from '#lib/shared/ids.ts';
import { parseInput } from '#lib/shared/parse-input.ts';
import { type ResultsInput, resultsInputSchema } from './input.ts';
import type { ResultsQuestion, ResultsView } from './question.ts';

const MOST_DIMENSIONS = 3;

/** Checks what is asked and turns it into a question with row ids; throws `invalid` with every fault at once. */
export function checkQuestion(
  ctx: Context,
  connection: Connection,
  input: ResultsInput,
  views: (by: 'closed' | 'created') => ResultsView[],
): ResultsQuestion {
  const asked = parseInput(resultsInputSchema, input);
  const { timeZone } = workspaceSettings(connection);
  const issues: Issue[] = [];
  const asOf = momentOf(asked.asOf, ctx.now, timeZone, issues);
  const from = dayOf('from', asked.from, issues);
  const to = dayOf('to', asked.to, issues);
  if (from !== null && to !== null && from > to) {
    issues.push({ path: '/from', code: 'out_of_order', message: 'The period ends before it begins.' });
  }
  const laidOut = views(asked.by);
  for (const view of laidOut) checkDimensions(connection, view.groupBy, issues);
  checkFilters(connection, asked.filters, issues);
  const compareIds = compareIdsOf(connection, asked, laidOut, issues);
  const period = narrowToMonth({ from, to }, asked.filters.month, issues);
  if (issues.length > 0) throw appError('invalid', 'These results cannot be worked out.', { issues });
  return {
    scope: scopeOf(ctx.actor),
    asOf,
    asOfDay: dayOfInstant(asOf, timeZone),
    isPast: asOf < ctx.now,
    timeZone,
    period,
    cycle: asked.cycle,
    membership: asked.membership,
    compareIds,
    filters: Object.entries(asked.filters)
      .filter(([dimension]) => dimension !== 'month')
      .map(([dimension, values]) => ({ dimension, values })),
    views: laidOut,
  };
}

function momentOf(text: string | undefined, now: number, timeZone: string, issues: Issue[]): number {
  if (text === undefined) return now;
  const day = parseIsoDay(text);
  const endOfDay = day === null ? null : startOfDay(day + 1, timeZone) - 1;
  const isToday = day !== null && day === dayOfInstant(now, timeZone);
  const instant = isToday ? now : (endOfDay ?? parseIsoInstant(text));
  if (instant === null) {
    const message = `"${text}" is neither a day (2026-11-22) nor an instant (2026-11-22T09:00:00Z).`;
    issues.push({ path: '/asOf', code: 'not_a_date', message });
    return now;
  }
  if (instant > now) {
    issues.push({ path: '/asOf', code: 'in_future', message: 'Results cannot be read as of a future date.' });
  }
  return instant;
}

function dayOf(name: string, text: string | undefined, issues: Issue[]): number | null {
  if (text === undefined) return null;
  const day = parseIsoDay(text);
  if (day === null) {
    issues.push({ path: `/${name}`, code: 'not_a_date', message: `There is no day "${text}".` });
  }
  return day;
}

/** A filter on a month is a shorter period. */
function narrowToMonth(period: Period, months: string[] | undefined, issues: Issue[]): Period {
  if (!months) return period;
  const first = months.length === 1 ? parseIsoDay(`${months[0]}-01`) : null;
  if (first === null) {
    issues.push({ path: '/month', code: 'not_a_month', message: 'Name one month, for example 2026-11.' });
    return period;
  }
  const month = fiscalPeriod(first, 'month', 0, 1);
  return {
    from: Math.max(month.from, period.from ?? month.from),
    to: Math.min(month.to, period.to ?? month.to),
  };
}

function checkDimensions(connection: Connection, groupBy: readonly string[], issues: Issue[]): void {
  if (groupBy.length > MOST_DIMENSIONS || new Set(groupBy).size < groupBy.length) {
    const message = `Results can be grouped by at most ${MOST_DIMENSIONS} different things at once.`;
    issues.push({ path: '/groupBy', code: 'too_many', message });
  }
  for (const key of groupBy) {
    if (findDimension(connection, key)) continue;
    const message = `Results cannot be grouped by "${key}". Group by segment, tier, territory, owner, manager, source, product, pipeline, stage, month, or a category such as account.industry or rep.region.`;
    issues.push({ path: '/groupBy', code: 'unknown_dimension', message });
  }
}

function checkFilters(connection: Connection, filters: Record<string, string[]>, issues: Issue[]): void {
  for (const key of Object.keys(filters)) {
    if (findDimension(connection, key)) continue;
    issues.push({ path: `/${key}`, code: 'unknown_parameter', message: `There is no filter "${key}".` });
  }
  const ids = (filters.segment ?? []).filter((id) => id !== '');
  checkSegments(connection, ids, '/segment', issues);
}

function compareIdsOf(
  connection: Connection,
  { compare, filters }: { compare?: string[] | undefined; filters: Record<string, string[]> },
  views: readonly ResultsView[],
  issues: Issue[],
): number[] {
  if (compare) return checkSegments(connection, compare, '/compare', issues);
  const isCompared =
    'compared' in filters ||
    filters.segment?.includes('') ||
    views.some((view) => view.groupBy.includes('segment') || view.groupBy.includes('compared'));
  return isCompared ? publishedSegmentIds(connection) : [];
}

function checkSegments(
  connection: Connection,
  ids: readonly string[],
  path: string,
  issues: Issue[],
): number[] {
  const rowIds = ids.map((id) => parsePublicId('segment', id) ?? -1);
  const known = new Set(comparedSegments(connection, rowIds).map((segment) => segment.id));
  ids.forEach((id, index) => {
    if (known.has(rowIds[index] ?? -1)) return;
    const message = `There is no segment of accounts "${id}".`;
    issues.push({ path, code: 'unknown_segment', message });
  });
  return rowIds;
}
