import type { Draft } from '../draft.ts';
import { updateRule } from './update-rule.ts';

/** Mutes a node (it stays in the draft but counts for nothing) or lets it speak again. The root is never muted. */
export function setMuted(draft: Draft, id: string, muted: boolean): Draft {
  if (draft.root.id === id) return draft;
  return updateRule(draft, id, (node) => {
    if (Boolean(node.muted) === muted) return node;
    if (muted) return { ...node, muted };
    const { muted: _was, ...rest } = node;
    return rest;
  });
}
