import type { Draft } from '../draft.ts';

export type FindingCode =
  | 'neverTrue'
  | 'alwaysTrue'
  | 'redundant'
  | 'unknownValue'
  | 'unreachableDates'
  | 'mostlyEmpty';

/** One thing that is probably not meant: said at a condition, and never in the way. */
export type Finding = {
  code: FindingCode;
  /** The node that it is shown at. */
  id: string;
  /** Other nodes that it speaks of. */
  others: string[];
  /** One sentence. */
  message: string;
  /** What sets it right in one step. */
  fix: Fix | null;
};

export type Fix = { label: string; apply: (draft: Draft) => Draft };

/** What the data say about fields, by `entity.key`; of signals and activities perhaps only those of some `types`. */
export type RuleFacts = {
  /** Values that records have, for suggestions, the commonest first; the vocabulary that ships is always known. */
  valuesOf: (fieldKey: string, types?: readonly string[]) => readonly string[];
  /** Whether some record has this value; null = not known here. */
  hasValue: (fieldKey: string, value: string, types?: readonly string[]) => boolean | null;
  /** Share of records with a value, 0–1; null = not known. */
  fillRate: (fieldKey: string) => number | null;
};
