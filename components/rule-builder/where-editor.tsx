'use client';
import { FolderPlus, Plus, X } from 'lucide-react';
import { Button } from '#components/ui/button.tsx';
import { Combobox } from '#components/ui/combobox.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import { Select } from '#components/ui/select.tsx';
import type { GroupOperator, RelatedEntity } from '#lib/rules/ast.ts';
import { findField } from '#lib/rules/catalog.ts';
import type {
  DraftFieldCondition,
  DraftFieldGroup,
  DraftRelatedCondition,
  DraftRule,
} from '#lib/rules/draft.ts';
import { addRule } from '#lib/rules/edit/add-rule.ts';
import { firstOperators } from '#lib/rules/edit/change-field.ts';
import { removeRule } from '#lib/rules/edit/remove-rule.ts';
import { setGroupOperator } from '#lib/rules/edit/set-group-operator.ts';
import { updateRule } from '#lib/rules/edit/update-rule.ts';
import { FieldCondition } from './field-condition.tsx';
import { fieldOptions } from './field-options.ts';
import { newNodeId } from './new-id.ts';
import { useRuleEditing } from './rule-editing.ts';
import { entityWords, groupWords } from './words.ts';

const operators = (['all', 'any', 'none'] as const).map((op) => ({ value: op, label: groupWords[op] }));

/** What is asked of one and the same row. */
export function WhereEditor({ condition }: { condition: DraftRelatedCondition }) {
  const { draft, edit } = useRuleEditing();
  const { where, entity, id } = condition;
  if (!where) {
    const start = (rule: DraftFieldCondition) =>
      edit(
        updateRule(draft, id, (node) =>
          node.kind === 'related'
            ? { ...node, where: { id: newNodeId(), kind: 'group', op: 'all', rules: [rule] } }
            : node,
        ),
      );
    return (
      <span className="flex min-h-7 items-center gap-2">
        any {entityWords[entity].one}
        <AddField entity={entity} onAdd={start} />
      </span>
    );
  }
  return <WhereGroup group={where} entity={entity} isOutermost />;
}

function WhereGroup({
  group,
  entity,
  isOutermost = false,
}: {
  group: DraftFieldGroup;
  entity: RelatedEntity;
  isOutermost?: boolean;
}) {
  const { draft, edit, omitted } = useRuleEditing();
  // With its last condition the outermost group goes too: any row then.
  const remove = (id: string) =>
    edit(removeRule(draft, isOutermost && group.rules.length === 1 ? group.id : id));
  const add = (rule: DraftFieldCondition | DraftFieldGroup) =>
    edit(addRule(draft, group.id, rule as DraftRule));
  return (
    <div className="flex flex-col items-start gap-1.5">
      <Select
        label="Conditions on the row"
        value={group.op}
        options={operators}
        variant="soft"
        onValueChange={(op: GroupOperator) => edit(setGroupOperator(draft, group.id, op))}
      />
      {group.rules.map((rule) => (
        <div key={rule.id} className="flex max-w-full items-start gap-1">
          {rule.kind === 'field' ? (
            <FieldCondition
              condition={rule}
              entity={entity}
              tone={omitted.has(rule.id) ? 'unfinished' : 'plain'}
            />
          ) : (
            <div className="rounded-2 border border-line bg-panel p-2">
              <WhereGroup group={rule} entity={entity} />
            </div>
          )}
          <IconButton label="Remove this filter" size="sm" onClick={() => remove(rule.id)} className="mt-0.5">
            <X aria-hidden />
          </IconButton>
        </div>
      ))}
      <div className="flex items-center gap-1">
        <AddField entity={entity} onAdd={add} />
        <Button
          variant="ghost"
          size="sm"
          onClick={() => add({ id: newNodeId(), kind: 'group', op: 'any', rules: [] })}
        >
          <FolderPlus aria-hidden />
          Group
        </Button>
      </div>
    </div>
  );
}

function AddField({ entity, onAdd }: { entity: RelatedEntity; onAdd: (rule: DraftFieldCondition) => void }) {
  const { catalog } = useRuleEditing();
  return (
    <Combobox
      label="Field of the row"
      value={null}
      options={fieldOptions(catalog, entity)}
      onValueChange={(name) => {
        const field = findField(catalog, entity, name);
        if (field)
          onAdd({ id: newNodeId(), kind: 'field', field: name, operator: firstOperators[field.type] });
      }}
      trigger={
        <Button variant="ghost" size="sm">
          <Plus aria-hidden />
          Filter
        </Button>
      }
    />
  );
}
