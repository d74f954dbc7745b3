'use client';
import type { FieldEntity } from '#lib/rules/catalog.ts';
import { findField } from '#lib/rules/catalog.ts';
import type { DraftFieldCondition } from '#lib/rules/draft.ts';
import { changeField } from '#lib/rules/edit/change-field.ts';
import { setOperator, withValue } from '#lib/rules/edit/set-operator.ts';
import { valueShapeOf } from '#lib/rules/operators.ts';
import { updateRule } from '#lib/rules/edit/update-rule.ts';
import { useRowTypes } from './use-row-types.ts';
import { BrokenPill } from './broken-condition.tsx';
import { FieldCell } from './field-cell.tsx';
import { OperatorCell } from './operator-cell.tsx';
import { Pill, type PillTone } from './pill.tsx';
import { useRuleEditing } from './rule-editing.ts';
import { ValueInput } from './values/value-input.tsx';

/** Many values wrap inside their own cell, beside the operator; on a phone there is no room for that. */
const oneLineClass = 'sm:flex-nowrap sm:[&>:not(:last-child)]:shrink-0';

/** Field, operator and value of one condition; also used for the conditions on a row. */
export function FieldCondition({
  condition,
  entity,
  tone,
}: {
  condition: DraftFieldCondition;
  entity: FieldEntity;
  tone: PillTone;
}) {
  const { draft, catalog, edit, freshId, setOpenId } = useRuleEditing();
  const types = useRowTypes(condition.id);
  const field = findField(catalog, entity, condition.field);
  if (!field)
    return <BrokenPill name={condition.field} operator={condition.operator} value={condition.value} />;
  const { id, operator } = condition;
  const isList = valueShapeOf(operator, field.type) === 'texts';
  const isNumber = field.type === 'number' || field.type === 'money';
  return (
    <Pill
      tone={tone}
      className={isList ? oneLineClass : undefined}
      onFocus={isNumber ? () => setOpenId(id) : undefined}
    >
      <FieldCell
        field={field}
        name={condition.field}
        entity={entity}
        onChange={(name) => edit(changeField(draft, id, name, catalog))}
      />
      <OperatorCell
        field={field}
        operator={operator}
        onChange={(next) => edit(setOperator(draft, id, next, catalog))}
      />
      <ValueInput
        key={`${condition.field} ${operator}`}
        field={field}
        name={condition.field}
        entity={entity}
        types={types}
        operator={operator}
        value={condition.value}
        autoOpen={freshId === id && condition.value === undefined}
        onChange={(value, options) =>
          edit(
            updateRule(draft, id, (node) => (node.kind === 'field' ? withValue(node, value) : node)),
            options?.isTyping ? { mergeKey: `value ${id}` } : {},
          )
        }
      />
    </Pill>
  );
}
