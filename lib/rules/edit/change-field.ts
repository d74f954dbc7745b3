import type { Operator } from '../ast.ts';
import type { Catalog, Field, FieldType } from '../catalog.ts';
import { findField } from '../catalog.ts';
import type { Draft, DraftFieldCondition } from '../draft.ts';
import { operatorsFor } from '../operators.ts';
import { entityOf, withValue } from './set-operator.ts';
import { updateRule } from './update-rule.ts';

/** What a new condition on a field of this type starts with. */
export const firstOperators: Record<FieldType, Operator> = {
  text: 'contains',
  category: 'in',
  number: 'gte',
  money: 'gte',
  day: 'within',
  instant: 'within',
  boolean: 'isTrue',
  tags: 'hasAny',
  ref: 'in',
};

const keepsNumbers: readonly FieldType[] = ['number', 'money'];

function valueStillFits(before: Field | null, after: Field): boolean {
  if (!before) return false;
  if (before.type === after.type)
    return keepsNumbers.includes(after.type) || after.type === 'day' || after.type === 'instant';
  return keepsNumbers.includes(before.type) && keepsNumbers.includes(after.type);
}

function withField(
  condition: DraftFieldCondition,
  before: Field | null,
  after: Field,
  name: string,
): DraftFieldCondition {
  const keepsOperator = operatorsFor(after).includes(condition.operator);
  const operator = keepsOperator ? condition.operator : firstOperators[after.type];
  const changed = { ...condition, field: name, operator };
  const keepsValue = keepsOperator && valueStillFits(before, after);
  return withValue(changed, keepsValue ? condition.value : undefined);
}

/**
 * Lets a condition ask another field: the operator stays when the new field knows it, the value when it can mean the same
 * there (numbers and dates; names of one list are not names of another).
 */
export function changeField(draft: Draft, id: string, name: string, catalog: Catalog): Draft {
  const entity = entityOf(draft, id);
  return updateRule(draft, id, (node) => {
    const after = findField(catalog, entity, name);
    if (node.kind !== 'field' || node.field === name || !after) return node;
    return withField(node, findField(catalog, entity, node.field), after, name);
  });
}
