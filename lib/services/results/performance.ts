import 'server-only';
import { store } from '#db/client.ts';
import { closedSpan, filterOptions } from '#db/queries/results/filter-options.ts';
import { workspaceSettings } from '#db/queries/settings/workspace.ts';
import type { Performance } from '#lib/metrics/performance.ts';
import type { PerformanceFilters } from '#lib/metrics/performance-filters.ts';
import { presetPeriod } from '#lib/metrics/period-presets.ts';
import type { Results } from '#lib/metrics/results.ts';
import { can, requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { scopeOf } from '#lib/permissions/scope.ts';
import { dayOfInstant, formatIsoDay, parseIsoDay } from '#lib/shared/days.ts';
import { parsePublicId, toPublicId } from '#lib/shared/ids.ts';
import type { ResultsInput } from './input.ts';
import { quotaAttainment } from './quota-attainment.ts';
import type { ResultsView } from './question.ts';
import { resultViews } from './results.ts';

/** The performance page: the chosen groups side by side with the rest, and the charts beneath. */
export async function performance(ctx: Context, asked: PerformanceFilters): Promise<Performance> {
  requireCan(ctx.actor, 'results.read');
  const { connection } = store();
  const settings = workspaceSettings(connection);
  const today = dayOfInstant(ctx.now, settings.timeZone);
  const options = filterOptions(connection);
  const filters = dropUnknown(asked, options, settings.tamSegmentId);
  const input = inputOf(filters, today, settings.fiscalYearStartMonth);
  const isBySegment = filters.groupBy === 'segment';
  const views: ResultsView[] = [
    { groupBy: [filters.groupBy], by: 'closed' },
    { groupBy: filters.groupBy === 'month' ? ['month'] : ['month', filters.groupBy], by: 'created' },
    { groupBy: ['stage'], by: 'closed' },
    ...(isBySegment ? [{ groupBy: ['compared'], by: 'closed' as const }] : []),
  ];
  const [{ frame, answers }, attainment] = await Promise.all([
    resultViews(ctx, input, () => views),
    quotaAttainment(ctx, withoutSegments(input)),
  ]);
  const span = closedSpan(connection);
  return {
    frame,
    filters,
    currency: settings.currency,
    timeZone: settings.timeZone,
    today,
    isScoped: !scopeOf(ctx.actor).all,
    canExport: can(ctx.actor, 'accounts.export'),
    byGroup: at(answers, 0),
    createdByMonth: at(answers, 1),
    openByStage: at(answers, 2),
    compared: isBySegment ? at(answers, 3) : null,
    attainment,
    options: {
      segments: options.segments.map((segment) => ({ ...segment, id: toPublicId('segment', segment.id) })),
      pipelines: options.pipelines,
    },
    closedSpan: span && { from: formatIsoDay(span.from), to: formatIsoDay(span.to) },
  };
}

function at(answers: readonly Results[], index: number): Results {
  const answer = answers[index];
  if (!answer) throw new Error('A view of the results was not answered.');
  return answer;
}

/**
 * An address may be older than the data: segments and pipelines that are gone are forgotten, not an error page.
 * Pipelines do not mix well (renewals win far more often), so without a choice it is the largest one.
 */
function dropUnknown(
  filters: PerformanceFilters,
  options: ReturnType<typeof filterOptions>,
  tamSegmentId: string | null,
): PerformanceFilters {
  const known = new Set(options.segments.map((segment) => segment.id));
  const { pipelines } = options;
  const asked = filters.pipeline === '*' ? null : pipelines.find((name) => name === filters.pipeline);
  const usual = pipelines.length > 1 ? (pipelines[0] ?? null) : null;
  const chosen = filters.compare.filter((id) => known.has(parsePublicId('segment', id) ?? -1));
  const usualSegments = filters.compare.includes('*') ? null : firstSplit(options.segments);
  return {
    ...filters,
    compare: chosen.length > 0 ? chosen : (usualSegments ?? allButTam(options.segments, tamSegmentId)),
    pipeline: asked === undefined ? usual : asked,
  };
}

type SegmentOption = ReturnType<typeof filterOptions>['segments'][number];

/** The parts of the first segment that was split in several: what can be compared without knowing anything. */
function firstSplit(segments: readonly SegmentOption[]): string[] | null {
  const parts = segments.filter((segment) => segment.parent !== null);
  const [first] = parts.filter((part) =>
    parts.some((other) => other !== part && other.parent === part.parent),
  );
  if (!first) return null;
  return parts.filter((part) => part.parent === first.parent).map((part) => toPublicId('segment', part.id));
}

/** The TAM is everybody, so that nobody would be left to compare with. */
function allButTam(segments: readonly SegmentOption[], tamSegmentId: string | null): string[] {
  return segments.map((segment) => toPublicId('segment', segment.id)).filter((id) => id !== tamSegmentId);
}

function inputOf(filters: PerformanceFilters, today: number, fiscalYearStartMonth: number): ResultsInput {
  const asOfDay = filters.asOf === null ? today : Math.min(parseIsoDay(filters.asOf) ?? today, today);
  const period =
    typeof filters.period === 'object'
      ? filters.period
      : isoPeriod(presetPeriod(filters.period, asOfDay, fiscalYearStartMonth));
  return {
    ...period,
    ...(filters.compare.length > 0 ? { compare: filters.compare } : {}),
    ...(asOfDay < today ? { asOf: formatIsoDay(asOfDay) } : {}),
    membership: filters.membership,
    filters: filters.pipeline === null ? {} : { pipeline: [filters.pipeline] },
  };
}

function isoPeriod({ from, to }: { from: number | null; to: number | null }) {
  return {
    ...(from === null ? {} : { from: formatIsoDay(from) }),
    ...(to === null ? {} : { to: formatIsoDay(to) }),
  };
}

/** Quota is a rep's, whatever segments are compared. */
function withoutSegments({ compare: _, membership: __, ...input }: ResultsInput): ResultsInput {
  return input;
}
