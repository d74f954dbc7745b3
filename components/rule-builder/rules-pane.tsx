'use client';
import { FolderPlus, Redo2, Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '#components/ui/button.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import { AddBox } from './add-box.tsx';
import { FindingsList } from './findings-list.tsx';
import { conditionCounts } from './condition-counts.ts';
import { GroupOperatorSelect } from './group-operator.tsx';
import { newNodeId } from './new-id.ts';
import { PasteRule } from './paste-rule.tsx';
import { RuleDrag } from './rule-drag.tsx';
import { useRuleEditing } from './rule-editing.ts';
import { RuleRows } from './rule-rows.tsx';

/** Head, rows and the add line. `empty` stands in place of rows while there are none. */
export function RulesPane({
  undo,
  redo,
  empty,
}: {
  undo: (() => void) | null;
  redo: (() => void) | null;
  empty?: ReactNode;
}) {
  const { draft, add, omitted } = useRuleEditing();
  const { root } = draft;
  const { counted, all } = conditionCounts(draft, omitted);
  const noun = draft.entity === 'account' ? 'Accounts' : 'Contacts';
  return (
    <div
      className="min-h-0 flex-1 overflow-auto pr-4 pb-4"
      style={{ '--rail-ground': 'var(--panel)' } as React.CSSProperties}
    >
      <div className="flex h-11 items-center gap-1.5 pl-4">
        <span>{noun} that match</span>
        <GroupOperatorSelect group={root} />
        <span className="ml-auto flex items-center gap-2">
          {counted < all && (
            <span className="text-12 text-ink-3">
              {counted} of {all} conditions counted
            </span>
          )}
          <FindingsList />
        </span>
      </div>
      <RuleDrag>
        {root.rules.length > 0 ? <RuleRows group={root} around={[]} /> : empty}
        <div className="flex items-center gap-1 pl-3">
          <AddBox groupId={root.id} />
          <Button
            variant="ghost"
            onClick={() => add({ id: newNodeId(), kind: 'group', op: 'any', rules: [] }, root.id)}
          >
            <FolderPlus aria-hidden />
            Group
          </Button>
          <span className="ml-auto flex">
            <PasteRule />
            <IconButton label="Undo" keys={['⌘', 'Z']} disabled={!undo} onClick={() => undo?.()}>
              <Undo2 aria-hidden />
            </IconButton>
            <IconButton label="Redo" keys={['⇧', '⌘', 'Z']} disabled={!redo} onClick={() => redo?.()}>
              <Redo2 aria-hidden />
            </IconButton>
          </span>
        </div>
      </RuleDrag>
    </div>
  );
}
