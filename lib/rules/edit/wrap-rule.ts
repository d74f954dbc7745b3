import type { GroupOperator } from '../ast.ts';
import type { Draft, DraftRule } from '../draft.ts';
import type { DraftNode } from './tree.ts';
import { replaceNode } from './tree.ts';

export function groupAround(node: DraftNode, op: GroupOperator, id: string): DraftNode {
  return { id, kind: 'group', op, rules: [node as DraftRule] };
}

/** Puts a group around one node, in its place; around the root it becomes the new root. */
export function wrapRule(draft: Draft, id: string, op: GroupOperator, newId: () => string): Draft {
  return replaceNode(draft, id, (node) => [groupAround(node, op, newId())]);
}
