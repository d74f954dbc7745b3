import type { Draft } from '../draft.ts';
import { replaceNode } from './tree.ts';

/** Takes a node out; the group that held it stays, even when it is empty then. The root cannot be removed. */
export function removeRule(draft: Draft, id: string): Draft {
  return draft.root.id === id ? draft : replaceNode(draft, id, () => []);
}
