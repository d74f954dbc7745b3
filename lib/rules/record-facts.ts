import type { RelatedEntity } from './ast.ts';
import type { Pin } from './pins.ts';

/**
 * A field's value of one record, by the field's type: text and category as written, numbers and money as doubles,
 * days as epoch days, instants as epoch ms, tags as lists, references as public ids. Absent and null are missing.
 */
export type FactValue = string | number | boolean | readonly string[] | null | undefined;

/** By the field's key without its entity: `industry`, `custom.plants`. */
export type FactValues = Readonly<Record<string, FactValue>>;

/** Instants, epoch ms; the end is not part of it, null = still. */
export type Interval = { from: number; to: number | null };

export type StageChange = { stage: string; outcome: 'open' | 'won' | 'lost'; changedAt: number };

export type RelatedRow = {
  values: FactValues;
  /** Of an opportunity, in any order. */
  stageChanges?: readonly StageChange[];
};

export type RelatedRows = Partial<Record<RelatedEntity, readonly RelatedRow[]>>;

export type OwnFacts = {
  values: FactValues;
  /** Values that change meaning over time (`owner`, `tier` …), by field key. */
  references?: Readonly<Record<string, readonly (Interval & { id: string })[]>>;
  /** Membership by segment id. */
  memberships?: Readonly<Record<string, readonly Interval[]>>;
  /** Pins by segment id. */
  pins?: Readonly<Record<string, readonly Pin[]>>;
  rows?: RelatedRows;
};

/** Everything about one record that a rule can ask. Stores load it, tests write it, the predicate reads it. */
export type RecordFacts = OwnFacts & {
  /** The account of a contact; null for a lead, left out for an account. */
  account?: OwnFacts | null;
  /** Rows of every account of the corporate family, the record's own account included. */
  familyRows?: RelatedRows;
};
