import type { Draft } from '../draft.ts';
import type { DraftNode } from './tree.ts';
import { replaceNode } from './tree.ts';

/** Changes one node; its id and kind stay, whatever `change` returns. */
export function updateRule(draft: Draft, id: string, change: (node: DraftNode) => DraftNode): Draft {
  return replaceNode(draft, id, (node) => {
    const changed = change(node);
    return [changed.kind === node.kind && changed.id === node.id ? changed : node];
  });
}
