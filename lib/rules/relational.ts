import type { MeasureFunction, MeasureOperator, RelatedEntity } from './ast.ts';
import type { DateBounds } from './resolved.ts';

/** What a value is asked. Always positive: a missing value never passes, and negation is a `not` around it. */
export type ValueTest =
  | { test: 'present' }
  /** Folded texts, external ids as written, or ids of references. */
  | { test: 'oneOf'; texts: readonly string[] }
  | { test: 'contains' | 'startsWith' | 'endsWith'; text: string }
  | { test: 'compare'; operator: 'eq' | 'lt' | 'lte' | 'gt' | 'gte'; number: number }
  | { test: 'range'; low: number; high: number }
  | { test: 'dates'; bounds: DateBounds }
  | { test: 'is'; boolean: boolean };

/** Of whom it is asked: the record itself, or the account of a contact. Inside `where` it is the related row. */
export type Asked = 'self' | 'account';

export type AttributeAtom = { kind: 'attribute'; of: Asked; field: string; test: ValueTest };

/**
 * Records with related rows whose measure compares as asked (`known`: is not missing).
 * A record without any such row is never among them.
 */
export type RelatedAtom = {
  kind: 'related';
  of: Asked;
  scope: 'own' | 'family';
  entity: RelatedEntity;
  where: Relational | null;
  window: { field: string; bounds: DateBounds } | null;
  /** `field` is null for `count`. */
  measure: { fn: MeasureFunction; field: string | null };
  operator: MeasureOperator | 'known';
  value: { low: number; high: number };
};

/** Membership intervals that open or close within these instants (null = no lower edge). */
export type ChangeAtom = {
  kind: 'change';
  of: Asked;
  segmentId: string;
  change: 'entered' | 'left';
  from: number | null;
  to: number;
};

/** Records pinned to a side of a segment at an instant. */
export type PinAtom = { kind: 'pinned'; of: Asked; segmentId: string; side: 'in' | 'out'; at: number };

/** A contact that has an account. */
export type LinkAtom = { kind: 'linked' };

export type Atom = AttributeAtom | RelatedAtom | ChangeAtom | PinAtom | LinkAtom;

/** The relational form: two-valued atoms under and, or, not. `and` of nothing is true, `or` of nothing false. */
export type Relational =
  | { kind: 'and' | 'or'; parts: readonly Relational[] }
  | { kind: 'not'; part: Relational }
  | Atom;

/** Whether one row is enough for the comparison, so that nothing needs to be counted. */
export function asksExistence({ measure, operator, value }: RelatedAtom): boolean {
  if (measure.fn !== 'count') return false;
  if (operator === 'ne') return value.low === 0;
  return (operator === 'gte' && value.low <= 1) || (operator === 'gt' && value.low < 1);
}
