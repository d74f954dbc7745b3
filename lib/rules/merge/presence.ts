import { isSameDraft } from '../edit/same-draft.ts';
import type { DraftRule } from '../draft.ts';
import { childIds, ownWords, type Tree } from './placed.ts';

export type Side = 'mine' | 'theirs';
export type Trees = { base: Tree; mine: Tree; theirs: Tree };

export function otherSide(side: Side): Side {
  return side === 'mine' ? 'theirs' : 'mine';
}

function isMutedAlike(a: DraftRule, b: DraftRule): boolean {
  return (a.muted ?? false) === (b.muted ?? false);
}

/**
 * Whether the side that kept a node did something with it that would be lost with it: changed it or something below,
 * moved it, added or moved something in. What the other side has rescued from it does not count.
 */
function isTouched(id: string, trees: Trees, keeper: Side): boolean {
  const kept = trees[keeper].get(id);
  const was = trees.base.get(id);
  if (!kept || !was) return true;
  if (kept.parent !== was.parent || !isMutedAlike(kept.node, was.node)) return true;
  if (!isSameDraft(ownWords(kept.node), ownWords(was.node))) return true;
  return childIds(trees[keeper], id).some((child) => {
    const isRescued = trees[otherSide(keeper)].has(child);
    return isRescued ? trees.base.get(child)?.parent !== id : isTouched(child, trees, keeper);
  });
}

/** The topmost node around this one, itself included, that one side removed and the other has; null when none is. */
function removedAround(id: string, { base, mine, theirs }: Trees): { id: string; keeper: Side } | null {
  const keeper: Side = mine.has(id) ? 'mine' : 'theirs';
  const [holds, lacks] = keeper === 'mine' ? [mine, theirs] : [theirs, mine];
  let top: string | null = null;
  for (let at: string | null = id; at !== null && !lacks.has(at); at = holds.get(at)?.parent ?? null) {
    if (base.has(at)) top = at;
  }
  return top === null ? null : { id: top, keeper };
}

/**
 * Which nodes stay. A node that one side removed goes, unless the other side did something with it: then `choice` says
 * whose way it goes, and the node is among `clashes`.
 */
export function presentIds(
  trees: Trees,
  choice: (id: string) => Side,
): { present: Set<string>; clashes: Set<string> } {
  const present = new Set<string>();
  const clashes = new Set<string>();
  for (const id of new Set([...trees.mine.keys(), ...trees.theirs.keys()])) {
    const isBoth = trees.mine.has(id) && trees.theirs.has(id);
    const removed = isBoth ? null : removedAround(id, trees);
    if (removed && !clashes.has(removed.id) && isTouched(removed.id, trees, removed.keeper)) {
      clashes.add(removed.id);
    }
    if (!removed || (clashes.has(removed.id) && choice(removed.id) === removed.keeper)) present.add(id);
  }
  return { present, clashes };
}
