import type { Operator } from '../ast.ts';
import type { Catalog, Field, FieldEntity } from '../catalog.ts';
import { findField } from '../catalog.ts';
import type { Draft, DraftFieldCondition } from '../draft.ts';
import { operatorsFor } from '../operators.ts';
import { fittingValue } from './fitting-value.ts';
import { allNodes } from './tree.ts';
import { updateRule } from './update-rule.ts';

/** Whose fields a condition names: the root's, or the related entity's on whose rows it stands. */
export function entityOf(draft: Draft, id: string): FieldEntity {
  for (const node of allNodes(draft.root)) {
    if (node.kind !== 'related' || !node.where) continue;
    if (allNodes(node.where).some((inner) => inner.id === id)) return node.entity;
  }
  return draft.entity;
}

/** The condition with another value, or with none. */
export function withValue(
  condition: DraftFieldCondition,
  value: DraftFieldCondition['value'],
): DraftFieldCondition {
  const { value: _before, ...rest } = condition;
  return value === undefined ? rest : { ...rest, value };
}

function withOperator(condition: DraftFieldCondition, field: Field, operator: Operator): DraftFieldCondition {
  const value = fittingValue(condition.value, field.type, condition.operator, operator);
  return withValue({ ...condition, operator }, value);
}

/** Changes the operator and keeps as much of the value as still fits. An operator that the field does not know is refused. */
export function setOperator(draft: Draft, id: string, operator: Operator, catalog: Catalog): Draft {
  const entity = entityOf(draft, id);
  return updateRule(draft, id, (node) => {
    if (node.kind !== 'field' || node.operator === operator) return node;
    const field = findField(catalog, entity, node.field);
    return field && operatorsFor(field).includes(operator) ? withOperator(node, field, operator) : node;
  });
}
