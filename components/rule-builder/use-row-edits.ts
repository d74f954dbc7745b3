'use client';
import { announce } from '#components/ui/announcer.tsx';
import { duplicateRule } from '#lib/rules/edit/duplicate-rule.ts';
import { negateRule } from '#lib/rules/edit/negate-rule.ts';
import { removeRule } from '#lib/rules/edit/remove-rule.ts';
import { setMuted } from '#lib/rules/edit/set-muted.ts';
import { stepMove } from '#lib/rules/edit/step-move.ts';
import { allNodes, type DraftNode, findParent } from '#lib/rules/edit/tree.ts';
import { unwrapGroup } from '#lib/rules/edit/unwrap-group.ts';
import { wrapRule } from '#lib/rules/edit/wrap-rule.ts';
import { newNodeId } from './new-id.ts';
import { useRuleEditing } from './rule-editing.ts';
import { groupWords, nodeName } from './words.ts';

/** What can be done with one node of the rule, each step said to a screen reader. */
export function useRowEdits(node: DraftNode) {
  const { draft, edit, focusNode, words } = useRuleEditing();
  const { id } = node;
  const name = nodeName(node, draft.entity, words);

  function neighbourOf(): string | null {
    const rows = allNodes(draft.root).filter((one) => one.kind !== 'group' || one.id !== draft.root.id);
    const at = rows.findIndex((one) => one.id === id);
    return (
      (rows[at - 1] ?? rows.find((one, index) => index > at && !allNodes(node).includes(one)))?.id ?? null
    );
  }

  return {
    name,
    move: (step: -1 | 1) => {
      const next = stepMove(draft, id, step);
      if (next === draft) return announce(`${name} is already at the ${step === -1 ? 'top' : 'end'}`);
      const place = findParent(next, id);
      const group = place?.parent.kind === 'group' ? place.parent : null;
      const where = group
        ? `${place ? place.index + 1 : 1} of ${group.rules.length} in ${groupWords[group.op]}`
        : '';
      edit(next, { say: `${name} moved to place ${where}` });
      focusNode(id);
    },
    remove: () => {
      const neighbour = neighbourOf();
      edit(removeRule(draft, id), { say: `${name} removed` });
      if (neighbour) focusNode(neighbour);
    },
    duplicate: () => edit(duplicateRule(draft, id, newNodeId), { say: `${name} duplicated` }),
    mute: () =>
      edit(setMuted(draft, id, !node.muted), { say: `${name} ${node.muted ? 'counts again' : 'muted'}` }),
    negate: () => edit(negateRule(draft, id, newNodeId), { say: `${name} negated` }),
    wrap: (op: 'all' | 'any') =>
      edit(wrapRule(draft, id, op, newNodeId), { say: `${name} put into a group` }),
    unwrap: () => edit(unwrapGroup(draft, id), { say: 'Group dissolved' }),
  };
}

export type RowEdits = ReturnType<typeof useRowEdits>;
