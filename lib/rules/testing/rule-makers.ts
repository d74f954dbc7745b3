import type {
  FieldCondition,
  FieldGroup,
  Group,
  GroupOperator,
  Operator,
  RelatedCondition,
  RootEntity,
  Rule,
  SegmentCondition,
  SegmentDefinition,
  Value,
} from '../ast.ts';

let made = 0;

/** Node ids mean nothing to an evaluator; they only have to differ. */
function nextId(): string {
  made += 1;
  return `n${made}`;
}

export function group(op: GroupOperator, rules: Rule[]): Group {
  return { id: nextId(), kind: 'group', op, rules };
}

export const all = (...rules: Rule[]): Group => group('all', rules);
export const any = (...rules: Rule[]): Group => group('any', rules);
export const none = (...rules: Rule[]): Group => group('none', rules);

export function where(op: GroupOperator, ...rules: (FieldGroup | FieldCondition)[]): FieldGroup {
  return { id: nextId(), kind: 'group', op, rules };
}

export function is(field: string, operator: Operator, value?: Value): FieldCondition {
  return { id: nextId(), kind: 'field', field, operator, ...(value === undefined ? {} : { value }) };
}

/** `has('signal')` is "at least one"; `more` overrides the rest. */
export function has(
  entity: RelatedCondition['entity'],
  more: Partial<Omit<RelatedCondition, 'kind' | 'entity' | 'id'>> = {},
): RelatedCondition {
  return {
    id: nextId(),
    kind: 'related',
    entity,
    where: null,
    measure: { fn: 'count' },
    operator: 'gte',
    value: 1,
    ...more,
  };
}

export function inSegment(
  segmentId: string,
  more: Partial<Pick<SegmentCondition, 'member' | 'change' | 'window'>> = {},
): SegmentCondition {
  return { id: nextId(), kind: 'segment', segmentId, member: true, ...more };
}

export function definition(root: Group, entity: RootEntity = 'account'): SegmentDefinition {
  return { version: 1, entity, root };
}
