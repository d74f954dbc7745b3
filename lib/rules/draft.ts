import type {
  GroupOperator,
  Measure,
  MeasureOperator,
  Operator,
  RelatedEntity,
  RelatedScope,
  RootEntity,
  Value,
  Window,
} from './ast.ts';

/**
 * What the builder edits: the rule tree with missing values allowed and `muted` on any node.
 * Nothing evaluates a draft; `toDefinition` is the only way out, and the only place that leaves anything out.
 */
type DraftNode = { id: string; muted?: boolean };

export type DraftGroup = DraftNode & { kind: 'group'; op: GroupOperator; rules: DraftRule[] };

export type DraftFieldCondition = DraftNode & {
  kind: 'field';
  field: string;
  operator: Operator;
  value?: Value | undefined;
};

export type DraftFieldGroup = DraftNode & {
  kind: 'group';
  op: GroupOperator;
  rules: (DraftFieldGroup | DraftFieldCondition)[];
};

export type DraftRelatedCondition = DraftNode & {
  kind: 'related';
  entity: RelatedEntity;
  of?: RelatedScope;
  where: DraftFieldGroup | null;
  window?: Window | undefined;
  measure: Measure | { fn: Measure['fn']; field?: undefined };
  operator: MeasureOperator;
  value?: number | [number, number] | [number | null, number | null] | undefined;
};

export type DraftSegmentCondition = DraftNode & {
  kind: 'segment';
  segmentId?: string | undefined;
  member: boolean;
  change?: 'entered' | 'left' | undefined;
  window?: Window | undefined;
};

export type DraftCondition = DraftFieldCondition | DraftRelatedCondition | DraftSegmentCondition;
export type DraftRule = DraftGroup | DraftCondition;
export type Draft = { version: 1; entity: RootEntity; root: DraftGroup };

/** A node that `toDefinition` left out, and why. */
export type Omitted = { id: string; reason: 'muted' | 'unfinished' | 'emptied'; message: string };
