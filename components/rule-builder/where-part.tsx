'use client';
import { cn } from '#components/ui/cn.ts';
import { MultiCombobox } from '#components/ui/multi-combobox.tsx';
import type { RelatedEntity } from '#lib/rules/ast.ts';
import { findField } from '#lib/rules/catalog.ts';
import type { DraftFieldCondition } from '#lib/rules/draft.ts';
import { withValue } from '#lib/rules/edit/set-operator.ts';
import { updateRule } from '#lib/rules/edit/update-rule.ts';
import { useRowTypes } from './use-row-types.ts';
import { operatorWords } from '#lib/rules/operators.ts';
import { valueLabel } from '#lib/rules/value-label.ts';
import { useMemo } from 'react';
import { cellButtonClass, cellClass } from './pill.tsx';
import { useRuleEditing } from './rule-editing.ts';
import { valuesLoader } from './values/load-values.ts';
import { ValueInput } from './values/value-input.tsx';

/** What a row is, said by its value alone: hiring, open, touch. */
const kinds: Readonly<Record<string, string>> = {
  signal: 'type',
  activity: 'type',
  opportunity: 'outcome',
  contact: 'persona',
};

const silentOperators = ['in', 'eq', 'hasAny'];

/** One condition on the row, inside the pill of its related condition. `isBare` leaves its label out. */
export function WherePart({
  condition,
  entity,
  isBare,
  parentId,
}: {
  condition: DraftFieldCondition;
  entity: RelatedEntity;
  isBare: boolean;
  parentId: string;
}) {
  const { draft, catalog, edit, freshId } = useRuleEditing();
  const types = useRowTypes(condition.id);
  const field = findField(catalog, entity, condition.field);
  if (!field) return <span className={cn(cellClass, 'text-bad-ink')}>{condition.field} (removed)</span>;
  const { id, operator } = condition;
  if (condition.field === kinds[entity] && silentOperators.includes(operator)) {
    return <KindCell condition={condition} entity={entity} label={field.label} />;
  }
  if (field.type === 'boolean') {
    const says =
      operator === 'isTrue'
        ? ''
        : operator === 'isFalse'
          ? 'not '
          : `${operatorWords(operator, 'boolean')}: `;
    return (
      <span className={cn(cellClass, 'text-ink-2')}>
        <span data-struck>
          {says}
          {field.label.toLowerCase()}
        </span>
      </span>
    );
  }
  const label = [
    ...(isBare || condition.field === 'topic' ? [] : [field.label.toLowerCase()]),
    ...(silentOperators.includes(operator) ? [] : [operatorWords(operator, field.type)]),
  ].join(' ');
  return (
    <span className="flex min-w-0 border-r border-line last:border-r-0">
      {label !== '' && (
        <span className="flex items-center pl-[9px] whitespace-nowrap text-ink-2">{label}</span>
      )}
      <ValueInput
        key={operator}
        field={field}
        name={condition.field}
        entity={entity}
        types={types}
        operator={operator}
        value={condition.value}
        autoOpen={freshId === parentId && condition.value === undefined}
        onChange={(value, options) =>
          edit(
            updateRule(draft, id, (node) => (node.kind === 'field' ? withValue(node, value) : node)),
            options?.isTyping ? { mergeKey: `value ${id}` } : {},
          )
        }
      />
    </span>
  );
}

function KindCell({
  condition,
  entity,
  label,
}: {
  condition: DraftFieldCondition;
  entity: RelatedEntity;
  label: string;
}) {
  const { draft, catalog, edit } = useRuleEditing();
  const field = findField(catalog, entity, condition.field);
  const { value } = condition;
  const chosen = Array.isArray(value)
    ? value.filter((one) => typeof one === 'string')
    : typeof value === 'string'
      ? [value]
      : [];
  const load = useMemo(() => valuesLoader({ entity, name: condition.field }), [entity, condition.field]);
  const labelOf = (one: string) => (field ? valueLabel(field, one, catalog) : one);
  const text = chosen
    .map((one) => labelOf(one).replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase()))
    .join(' or ');
  return (
    <MultiCombobox
      label={label}
      value={chosen}
      loadOptions={load}
      labelOf={labelOf}
      onValueChange={(next) =>
        edit(
          updateRule(draft, condition.id, (node) =>
            node.kind === 'field'
              ? withValue({ ...node, operator: 'in' }, next.length > 0 ? next : undefined)
              : node,
          ),
        )
      }
      trigger={
        <button
          type="button"
          aria-label={`${label}: ${text || 'choose'}`}
          className={cn(cellButtonClass, 'text-ink-2')}
        >
          <span data-struck className="truncate">
            {text || `choose a ${label.toLowerCase()}`}
          </span>
        </button>
      }
    />
  );
}
