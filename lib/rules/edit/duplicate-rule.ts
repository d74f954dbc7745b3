import type { Draft } from '../draft.ts';
import type { DraftNode } from './tree.ts';
import { findParent, replaceNode } from './tree.ts';

/** The same rule under new ids, all the way down. */
export function withNewIds<Node extends DraftNode>(node: Node, newId: () => string): Node {
  if (node.kind === 'group') {
    return { ...node, id: newId(), rules: node.rules.map((child) => withNewIds(child, newId)) };
  }
  if (node.kind === 'related') {
    return { ...node, id: newId(), where: node.where && withNewIds(node.where, newId) };
  }
  return { ...node, id: newId() };
}

/** Puts a copy under new ids right behind the original. */
export function duplicateRule(draft: Draft, id: string, newId: () => string): Draft {
  if (findParent(draft, id)?.parent.kind !== 'group') return draft;
  return replaceNode(draft, id, (node) => [node, withNewIds(node, newId)]);
}
