import type { Draft, DraftRule } from '../draft.ts';
import { addRule } from './add-rule.ts';
import { removeRule } from './remove-rule.ts';
import { allNodes, findNode, findParent, mayHold } from './tree.ts';

/**
 * Moves a node into a group; `index` counts the group's children without the moved one. The draft itself comes back when
 * the move is impossible: into itself, of the root or of a whole `where`, or a condition where only fields of a row may stand.
 */
export function moveRule(draft: Draft, id: string, groupId: string, index: number): Draft {
  const node = findNode(draft, id);
  const place = findParent(draft, id);
  if (!node || place?.parent.kind !== 'group') return draft;
  if (allNodes(node).some((inner) => inner.id === groupId) || !mayHold(draft, groupId, node)) return draft;
  if (place.parent.id === groupId && place.index === index) return draft;
  return addRule(removeRule(draft, id), groupId, node as DraftRule, index);
}
