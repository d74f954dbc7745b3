import type { Draft } from '../draft.ts';
import { findParent, replaceNode } from './tree.ts';

/** Puts a group's children in its place. The root and the `where` of a related condition stay. */
export function unwrapGroup(draft: Draft, id: string): Draft {
  if (findParent(draft, id)?.parent.kind !== 'group') return draft;
  return replaceNode(draft, id, (node) => (node.kind === 'group' ? [...node.rules] : [node]));
}
