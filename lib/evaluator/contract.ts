import type { RootEntity, SegmentDefinition } from '#lib/rules/ast.ts';
import type { ExplainedNode } from '#lib/rules/explain.ts';
import type { Scope } from '#lib/permissions/scope.ts';

export type { ExplainedNode } from '#lib/rules/explain.ts';

/**
 * The seam for scale: services ask an evaluator and never know what answers.
 * Every question carries the actor's scope, so counts are scoped too, and an `asOf` (epoch ms).
 * Ids that leave an evaluator are integer row ids; services turn them into records and public ids.
 */
export type Question = {
  definition: SegmentDefinition;
  asOf: number;
  now: number;
  scope: Scope;
  /** Public id of the segment whose rule this is: records pinned into it or out of it are answered so. */
  segmentId?: string | undefined;
  /** While many records change at once the answer may be of a state some seconds old; a preview says so. */
  mayLag?: boolean;
};

export type Sort = { field: string; descending: boolean };

export type PreviewQuestion = Question & {
  sort: Sort;
  limit: number;
  /** Opaque position after the last row of the page before. */
  cursor: string | null;
  breakdowns: string[];
  histograms: string[];
  perCondition: boolean;
  unknowns: boolean;
  nearMisses: boolean;
  overlaps: boolean;
};

/** A preview that shows no rows and none of the parts that can be asked for: to be spread where some of them are. */
export function countsOnly(question: Question): PreviewQuestion {
  return {
    ...question,
    sort: { field: 'name', descending: false },
    limit: 0,
    cursor: null,
    breakdowns: [],
    histograms: [],
    perCondition: false,
    unknowns: false,
    nearMisses: false,
    overlaps: false,
  };
}

export type BreakdownRow = { value: string | null; label: string; count: number };
/** Bins are [from, to), the last one includes its end; `missing` = no number recorded. */
export type Histogram = {
  bins: { from: number; to: number; count: number }[];
  missing: number;
  min: number | null;
  max: number | null;
};

export type Preview = {
  count: number;
  /** Records of the TAM within scope: its accounts, or for a contact definition their contacts. */
  total: number;
  reachableContacts: number;
  /** By node id; groups are counted like conditions. */
  conditions?: Record<string, { alone: number; without: number }>;
  /** `out`: accounts that are out and that a value of one missing field alone could bring in, by field key, plus `several`. */
  unknowns?: { out: Record<string, number>; in: number };
  nearMisses?: Record<string, { count: number; closest: number | null }>;
  overlaps?: { segmentId: string; count: number }[];
  breakdowns: Record<string, BreakdownRow[]>;
  histograms: Record<string, Histogram>;
  page: { ids: number[]; nextCursor: string | null };
  asOf: number;
  valuesAsOfToday: boolean;
  /** Epoch ms of the data that was read, where newer data is still being taken in. */
  dataAt: number | null;
  elapsedMs: number;
};

/** How often each value of a field occurs, for value pickers. */
export type ValueCount = { value: string; label: string; count: number };

/** Rules of one kind of record, and some records by row id. */
export type PassesRequest = { questions: Question[]; recordIds: number[] };
/**
 * For each record the places of the questions that it passes. `left` are the places of those that cannot be asked so: a
 * change of one record may move others there, or the rule is broken.
 */
export type Passes = { passed: number[][]; left: number[] };

export type Evaluator = {
  preview(question: PreviewQuestion, signal?: AbortSignal): Promise<Preview>;
  count(question: Question, signal?: AbortSignal): Promise<number>;
  /** All member row ids, ascending. */
  members(question: Question, signal?: AbortSignal): Promise<Int32Array>;
  /** Which of these records are members; same order. */
  matches(question: Question, recordIds: number[]): Promise<boolean[]>;
  /** Which of many rules a few records pass, scope aside; null while only statements could say, which ask all records. */
  passes(request: PassesRequest): Promise<Passes | null>;
  explain(question: Question, recordId: number): Promise<ExplainedNode>;
  values(
    request: {
      entity: RootEntity | 'technology' | 'signal' | 'opportunity' | 'activity';
      field: string;
      search: string;
      limit: number;
      /** Only values that are written or labelled like one of these; none of them may be missing from the answer. */
      among?: readonly string[] | undefined;
      /** Only among signals or activities of these types. */
      types?: readonly string[] | undefined;
      scope: Scope;
    },
    signal?: AbortSignal,
  ): Promise<ValueCount[]>;
};
