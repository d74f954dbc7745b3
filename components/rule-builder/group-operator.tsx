'use client';
import { Select } from '#components/ui/select.tsx';
import type { GroupOperator } from '#lib/rules/ast.ts';
import type { DraftGroup } from '#lib/rules/draft.ts';
import { setGroupOperator } from '#lib/rules/edit/set-group-operator.ts';
import { useRuleEditing } from './rule-editing.ts';
import { groupWords } from './words.ts';

const options = (['all', 'any', 'none'] as const).map((op) => ({ value: op, label: groupWords[op] }));

/** Whether all, any or none of a group's conditions must hold. */
export function GroupOperatorSelect({ group }: { group: DraftGroup }) {
  const { draft, edit } = useRuleEditing();
  return (
    <Select
      label="Which conditions must hold"
      value={group.op}
      options={options}
      variant="soft"
      onValueChange={(op: GroupOperator) =>
        edit(setGroupOperator(draft, group.id, op), { say: `Matches ${groupWords[op]}` })
      }
    />
  );
}
