'use client';
import type { DraftSegmentCondition } from '#lib/rules/draft.ts';
import { updateRule } from '#lib/rules/edit/update-rule.ts';
import { DetailsPanel } from './details-panel.tsx';
import { useRuleEditing } from './rule-editing.ts';
import { WindowEditor } from './values/window-editor.tsx';

/** When the move in or out of a segment happened. */
export function SegmentWindow({ condition }: { condition: DraftSegmentCondition }) {
  const { draft, edit } = useRuleEditing();
  return (
    <DetailsPanel label="When it moved">
      <WindowEditor
        label="When"
        window={condition.window}
        dateType="instant"
        onChange={(window) =>
          edit(
            updateRule(draft, condition.id, (node) => (node.kind === 'segment' ? { ...node, window } : node)),
            { mergeKey: `window ${condition.id}` },
          )
        }
      />
    </DetailsPanel>
  );
}
