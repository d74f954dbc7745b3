import type {
  FieldCondition,
  FieldGroup,
  Group,
  MeasureOperator,
  Operator,
  RelatedCondition,
  RelatedEntity,
  Rule,
  SegmentCondition,
  SegmentDefinition,
  Value,
  Window,
} from '#lib/rules/ast.ts';

/** Makes rules with ids n1, n2, … of their own, so that a seeded definition is always the same text. */
export type RuleWords = {
  all: (...rules: Rule[]) => Group;
  any: (...rules: Rule[]) => Group;
  field: (field: string, operator: Operator, value?: Value) => FieldCondition;
  where: (...rules: FieldCondition[]) => FieldGroup;
  count: (
    entity: RelatedEntity,
    where: FieldGroup,
    operator: MeasureOperator,
    value: number,
    window?: Window,
  ) => RelatedCondition;
  segment: (segmentId: string, change?: 'entered' | 'left', window?: Window) => SegmentCondition;
};

export function ruleWords(): RuleWords {
  let made = 0;
  const id = () => `n${++made}`;
  return {
    all: (...rules) => ({ id: id(), kind: 'group', op: 'all', rules }),
    any: (...rules) => ({ id: id(), kind: 'group', op: 'any', rules }),
    field: (field, operator, value) => ({
      id: id(),
      kind: 'field',
      field,
      operator,
      ...(value === undefined ? {} : { value }),
    }),
    where: (...rules) => ({ id: id(), kind: 'group', op: 'all', rules }),
    count: (entity, where, operator, value, window) => ({
      id: id(),
      kind: 'related',
      entity,
      where,
      ...(window === undefined ? {} : { window }),
      measure: { fn: 'count' },
      operator,
      value,
    }),
    segment: (segmentId, change, window) => ({
      id: id(),
      kind: 'segment',
      segmentId,
      member: true,
      ...(change === undefined ? {} : { change }),
      ...(window === undefined ? {} : { window }),
    }),
  };
}

export function definitionOf(root: Group): SegmentDefinition {
  return { version: 1, entity: 'account', root };
}
