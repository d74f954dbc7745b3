/** The rule tree, version 1. The contract that the builder, the API, storage and every evaluator share. */

export type IsoDay = string;
export type IsoInstant = string;

export type Unit = 'day' | 'week' | 'month' | 'quarter' | 'year';
export type PeriodUnit = 'month' | 'quarter' | 'year';

export type WindowSpan =
  | { last: number; unit: Unit | 'hour' }
  | { next: number; unit: Unit }
  | { period: 'this' | 'previous' | 'next'; unit: PeriodUnit }
  | { from?: IsoDay; to?: IsoDay };

/** Which rows by date; `field` names the date of the row, by default the entity's main date. */
export type Window = { field?: string } & WindowSpan;

export type DateValue = IsoDay | IsoInstant | { ago: number; unit: Unit } | { ahead: number; unit: Unit };

export type Operator =
  | 'eq'
  | 'ne'
  | 'in'
  | 'notIn'
  | 'contains'
  | 'notContains'
  | 'startsWith'
  | 'endsWith'
  | 'lt'
  | 'lte'
  | 'gt'
  | 'gte'
  | 'between'
  | 'notBetween'
  | 'on'
  | 'before'
  | 'after'
  | 'within'
  | 'notWithin'
  | 'isTrue'
  | 'isFalse'
  | 'hasAny'
  | 'hasAll'
  | 'hasNone'
  | 'empty'
  | 'notEmpty';

export type Value =
  | string
  | number
  | string[]
  | [number, number]
  | DateValue
  | [DateValue, DateValue]
  | Window;

export type RelatedEntity = 'technology' | 'signal' | 'contact' | 'opportunity' | 'activity';
export type RootEntity = 'account' | 'contact';
export type RelatedScope = 'self' | 'account' | 'family';
export type GroupOperator = 'all' | 'any' | 'none';
export type MeasureOperator = 'eq' | 'ne' | 'lt' | 'lte' | 'gt' | 'gte' | 'between' | 'notBetween';
export type MeasureFunction = 'count' | 'sum' | 'avg' | 'min' | 'max' | 'countDistinct';
export type Measure = { fn: 'count' } | { fn: Exclude<MeasureFunction, 'count'>; field: string };

type Node = { id: string };

export type Group = Node & { kind: 'group'; op: GroupOperator; rules: Rule[] };

export type FieldCondition = Node & { kind: 'field'; field: string; operator: Operator; value?: Value };

/** Groups of field conditions over the related entity's own fields, all on the same row. */
export type FieldGroup = Node & { kind: 'group'; op: GroupOperator; rules: (FieldGroup | FieldCondition)[] };

export type RelatedCondition = Node & {
  kind: 'related';
  entity: RelatedEntity;
  /** Whose rows: the record's own (default), its account's, its whole corporate family's. */
  of?: RelatedScope;
  /** null = any row. */
  where: FieldGroup | null;
  window?: Window;
  measure: Measure;
  operator: MeasureOperator;
  value: number | [number, number];
};

export type SegmentCondition = Node & {
  kind: 'segment';
  segmentId: string;
  member: boolean;
  change?: 'entered' | 'left';
  window?: Window;
};

export type Condition = FieldCondition | RelatedCondition | SegmentCondition;
export type Rule = Group | Condition;

export type SegmentDefinition = { version: 1; entity: RootEntity; root: Group };
