import type {
  GroupOperator,
  Measure,
  MeasureOperator,
  Operator,
  RelatedEntity,
  RelatedScope,
  RootEntity,
} from './ast.ts';

/**
 * The tree after dates and references are resolved: no relative time, no names, no segment left unread.
 * Every evaluator starts from this form, and its bounds are part of every cache key.
 * Day bounds are epoch days, instant bounds epoch ms; both ends are included, null = open.
 */
export type DateBounds =
  | { type: 'day'; from: number | null; to: number | null }
  | { type: 'instant'; from: number | null; to: number | null };

export type ResolvedValue =
  | { kind: 'none' }
  /** Folded (or exact, for identity keys) texts; for a reference field, public ids. */
  | { kind: 'texts'; texts: string[] }
  | { kind: 'number'; number: number }
  | { kind: 'numbers'; low: number; high: number }
  | { kind: 'dates'; bounds: DateBounds };

export type ResolvedField = {
  id: string;
  kind: 'field';
  /** Key in the catalog's map: `entity.key`. */
  field: string;
  operator: Operator;
  value: ResolvedValue;
};

export type ResolvedFieldGroup = {
  id: string;
  kind: 'group';
  op: GroupOperator;
  rules: (ResolvedFieldGroup | ResolvedField)[];
};

export type ResolvedRelated = {
  id: string;
  kind: 'related';
  entity: RelatedEntity;
  of: RelatedScope;
  where: ResolvedFieldGroup | null;
  /** Bounds on the named date of the row; rows without that date are in no window. */
  window: { field: string; bounds: DateBounds } | null;
  measure: Measure;
  operator: MeasureOperator;
  value: { low: number; high: number };
};

export type ResolvedSegment = {
  id: string;
  kind: 'segment';
  segmentId: string;
  member: boolean;
  /** Membership now: the referenced published rule, itself resolved at the same `asOf`. */
  rule: ResolvedGroup | null;
  /** Entity of the referenced segment; an account segment in a contact rule tests the contact's account. */
  entity: RootEntity;
  /** With change: membership intervals that open (entered) or close (left) within these instants. */
  change: { type: 'entered' | 'left'; bounds: DateBounds } | null;
};

/** Put in by hand (`in`), or not kept out by hand (`out`), as the segment's pins say. */
export type ResolvedPinned = { id: string; kind: 'pinned'; segmentId: string; side: 'in' | 'out' };

export type ResolvedGroup = { id: string; kind: 'group'; op: GroupOperator; rules: ResolvedRule[] };
export type ResolvedRule = ResolvedGroup | ResolvedField | ResolvedRelated | ResolvedSegment | ResolvedPinned;

export type ResolvedDefinition = {
  entity: RootEntity;
  root: ResolvedGroup;
  /** Epoch ms. */
  asOf: number;
  /** The workspace's calendar day of `asOf` (epoch day): what day fields are compared with in the past. */
  asOfDay: number;
  /** `asOf` lies before now: outcomes, stages, memberships, assignments and tiers are rebuilt for it. */
  isPast: boolean;
};

/** The workspace's calendar, an argument of every resolution. */
export type CalendarSettings = { timeZone: string; fiscalYearStartMonth: number };
