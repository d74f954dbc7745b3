import 'server-only';
import type { Connection } from '#db/client.ts';
import { creationDays, type DealRow, dealFacts } from '#db/queries/results/deal-facts.ts';
import { type Dimension, findDimension } from '#db/queries/results/dimensions.ts';
import { storedValues } from '#db/queries/results/key-values.ts';
import {
  type ComparedSegment,
  comparedSegments,
  membershipStays,
  type Stay,
} from '#db/queries/results/memberships.ts';
import { type TouchRow, touchFacts } from '#db/queries/results/touch-facts.ts';
import type { KeyValue } from '#lib/metrics/group-facts.ts';
import { parsePublicId } from '#lib/shared/ids.ts';
import { startOfDay } from '#lib/shared/days.ts';
import type { ResultsQuestion } from './question.ts';

/** Everything a question needs from the store, filters applied. */
export type LoadedFacts = {
  deals: DealRow[];
  touches: TouchRow[];
  dimensions: Map<string, { dimension: Dimension; index: number }>;
  segmentsOf: SegmentsOf;
  compared: ComparedSegment[];
};

/** Where a fact stands among the compared segments at its instant. */
type Standing = { values: KeyValue[]; unknown: number[] };
type SegmentsOf = (accountId: number | null, at: number | null) => Standing;

export function loadFacts(connection: Connection, question: ResultsQuestion): LoadedFacts {
  const { scope, asOf, period, timeZone } = question;
  const isAtCreation = question.membership === 'atCreation';
  const keys = [
    ...new Set([
      ...question.views.flatMap((view) => view.groupBy),
      ...question.filters.map((filter) => filter.dimension),
    ]),
  ];
  const dimensions = keys.map((key) => dimensionOf(connection, key));
  const places = new Map(dimensions.map((dimension, index) => [dimension.key, { dimension, index }]));
  const filterSegments = segmentFilterIds(question);
  const compared = comparedSegments(connection, question.compareIds);
  const stays = membershipStays(
    connection,
    [...new Set([...question.compareIds, ...filterSegments])],
    asOf,
    isAtCreation ? null : asOf,
  );
  const segmentsOf = standingFinder(stays, compared, isAtCreation);
  const passes = filterOf(connection, question, places, stays, segmentsOf, isAtCreation);
  const deals = dealFacts(connection, {
    scope,
    moment: question,
    dimensions,
    createdAt: isAtCreation ? endsOfDays(creationDays(connection), timeZone) : null,
  });
  const needsTouches = question.views.some(
    (view) => view.hasTouches !== false && view.groupBy.every((key) => hasTouches(places, key)),
  );
  const touches = needsTouches
    ? touchFacts(connection, {
        scope,
        asOf,
        from: period.from === null ? EARLIEST : startOfDay(period.from, timeZone),
        before: period.to === null ? asOf + 1 : startOfDay(period.to + 1, timeZone),
        dimensions,
        isAtFirstTouch: isAtCreation,
      })
    : [];
  return {
    deals: deals.filter((deal) => passes(deal, deal.createdAt, false)),
    touches: touches.filter((touch) => passes(touch, touch.firstTouchAt, true)),
    dimensions: places,
    segmentsOf,
    compared,
  };
}

const EARLIEST = -8.64e15;

function dimensionOf(connection: Connection, key: string): Dimension {
  const dimension = findDimension(connection, key);
  if (!dimension) throw new Error(`Nothing can be grouped by "${key}".`);
  return dimension;
}

function hasTouches(places: LoadedFacts['dimensions'], key: string): boolean {
  return places.get(key)?.dimension.isDealOnly === false;
}

/** The last instant of each day: a segment that an account entered on a day counts for deals created on it. */
function endsOfDays(days: readonly number[], timeZone: string): Map<number, number> {
  return new Map(days.map((day) => [day, startOfDay(day + 1, timeZone) - 1]));
}

function segmentFilterIds(question: ResultsQuestion): number[] {
  return question.filters
    .filter((filter) => filter.dimension === 'segment')
    .flatMap((filter) => filter.values.map((value) => parsePublicId('segment', value) ?? -1));
}

function isWithin(stay: Stay, at: number): boolean {
  return stay.fromAt <= at && (stay.toAt === null || stay.toAt > at);
}

/**
 * At present every stay that was loaded counts. At creation the stay must hold the instant, and a segment whose
 * membership was not known then is `unknown`; in the rest of the market is only who is known to be in none.
 */
function standingFinder(
  stays: Map<number, Stay[]>,
  compared: readonly ComparedSegment[],
  isAtCreation: boolean,
): SegmentsOf {
  const comparedIds = new Set(compared.map((segment) => segment.id));
  const rest: Standing = { values: [null], unknown: [] };
  const present = new Map<number, Standing>();
  if (!isAtCreation) {
    for (const [accountId, own] of stays) {
      const values = own.map((stay) => stay.segmentId).filter((id) => comparedIds.has(id));
      present.set(accountId, values.length === 0 ? rest : { values: [...new Set(values)], unknown: [] });
    }
    return (accountId) =>
      accountId === null ? { values: [], unknown: [] } : (present.get(accountId) ?? rest);
  }
  return (accountId, at) => {
    if (accountId === null) return { values: [], unknown: [] };
    if (at === null) return { values: [], unknown: [...comparedIds] };
    const unknown = compared
      .filter(({ knownFrom }) => knownFrom === null || knownFrom > at)
      .map(({ id }) => id);
    const values = (stays.get(accountId) ?? [])
      .filter((stay) => comparedIds.has(stay.segmentId) && !unknown.includes(stay.segmentId))
      .filter((stay) => isWithin(stay, at))
      .map((stay): KeyValue => stay.segmentId);
    const isRest = values.length === 0 && unknown.length === 0;
    return { values: isRest ? [null] : [...new Set(values)], unknown };
  };
}

type Filterable = { accountId: number | null; values: KeyValue[][] };

function filterOf(
  connection: Connection,
  question: ResultsQuestion,
  places: LoadedFacts['dimensions'],
  stays: Map<number, Stay[]>,
  segmentsOf: SegmentsOf,
  isAtCreation: boolean,
): (fact: Filterable, at: number | null, isTouch: boolean) => boolean {
  const filters = question.filters.flatMap(({ dimension: key, values }) => {
    const place = places.get(key);
    return place ? [{ ...place, wanted: storedValues(connection, place.dimension, values) }] : [];
  });
  const isIn = (fact: Filterable, at: number | null, wanted: ReadonlySet<KeyValue>) =>
    (wanted.has(null) && segmentsOf(fact.accountId, at).values.includes(null)) ||
    (stays.get(fact.accountId ?? -1) ?? []).some(
      (stay) => wanted.has(stay.segmentId) && (!isAtCreation || (at !== null && isWithin(stay, at))),
    );
  return (fact, at, isTouch) =>
    filters.every(({ dimension, index, wanted }) => {
      if (dimension.kind === 'segment') return isIn(fact, at, wanted);
      if (dimension.key === 'compared') {
        return segmentsOf(fact.accountId, at).values.some((value) => wanted.has(value === null ? 0 : 1));
      }
      if (isTouch && dimension.isDealOnly) return true;
      return (fact.values[index] ?? []).some((value) => wanted.has(value));
    });
}
