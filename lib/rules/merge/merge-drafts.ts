import type { Draft, DraftGroup, DraftRule } from '../draft.ts';
import { isSameDraft } from '../edit/same-draft.ts';
import { allNodes } from '../edit/tree.ts';
import { mergeOrder } from './merge-order.ts';
import { childIds, ownWords, placedIn, textWithoutIds } from './placed.ts';
import { otherSide, presentIds, type Side, type Trees } from './presence.ts';

export type { Side } from './presence.ts';

/** A node that both sides changed, each in another way. Null: that side removed it. */
export type Clash = { id: string; mine: DraftRule | null; theirs: DraftRule | null };
export type Merged = { draft: Draft; clashes: Clash[] };

/** Id of the clash of two drafts that have too little in common to be merged part by part. */
export const WHOLE_DRAFT = 'whole';

type Choice = (id: string) => Side;

/** The value that changed; when both did, differently, what `choice` says. */
function threeWay<T>(
  id: string,
  values: { base: T; mine: T; theirs: T },
  clashes: Set<string>,
  choice: Choice,
): T {
  const { base, mine, theirs } = values;
  if (isSameDraft(mine, theirs) || isSameDraft(base, theirs)) return mine;
  if (isSameDraft(base, mine)) return theirs;
  clashes.add(id);
  return values[choice(id)];
}

/** The node itself without its children. */
function ownNode(id: string, trees: Trees, clashes: Set<string>, choice: Choice): DraftRule | null {
  const base = trees.base.get(id)?.node;
  const mine = trees.mine.get(id)?.node;
  const theirs = trees.theirs.get(id)?.node;
  if (!mine || !theirs) return mine ?? theirs ?? null;
  const own = { base: base ? ownWords(base) : null, mine: ownWords(mine), theirs: ownWords(theirs) };
  const node = threeWay<object | null>(id, own, clashes, choice) as DraftRule;
  const is = { base: base?.muted ?? false, mine: mine.muted ?? false, theirs: theirs.muted ?? false };
  const muted = threeWay(id, is, clashes, choice);
  return muted ? { ...node, muted } : node;
}

/** The group that each node stands in, without circles. */
function parentsOf(trees: Trees, present: Set<string>, rootId: string, clashes: Set<string>, choice: Choice) {
  const parents = new Map<string, string>();
  for (const id of present) {
    if (id === rootId) continue;
    const base = trees.base.get(id)?.parent ?? null;
    const mine = trees.mine.get(id)?.parent ?? null;
    const theirs = trees.theirs.get(id)?.parent ?? null;
    const wanted =
      mine === null || theirs === null
        ? (mine ?? theirs)
        : threeWay(id, { base, mine, theirs }, clashes, choice);
    const usable = [wanted, mine, theirs, base].find((one) => one && present.has(one));
    parents.set(id, usable ?? rootId);
  }
  for (const id of present) {
    const seen = new Set<string>();
    let at: string | undefined = id;
    while (at !== undefined && !seen.has(at)) {
      seen.add(at);
      at = parents.get(at);
    }
    // Each moved one of two into the other: mine stands.
    if (at !== undefined) {
      clashes.add(at);
      for (const one of seen) {
        const own = trees.mine.get(one)?.parent;
        if (own) parents.set(one, present.has(own) ? own : rootId);
      }
    }
  }
  return parents;
}

/** What one side alone added here, with all that is in it, by its place and words. Null: something else. */
function additionOf(side: Side, id: string, trees: Trees, parents: ReadonlyMap<string, string>) {
  const node = trees[side].get(id)?.node;
  if (!node) return null;
  const ids = [...placedIn(node).keys()];
  const isNew = ids.every((one) => !trees.base.has(one) && !trees[otherSide(side)].has(one));
  return isNew ? { ids, key: `${parents.get(id) ?? ''} ${textWithoutIds(node)}` } : null;
}

/** Takes away what both sides added alike in one place, so that it does not stand there twice. */
function withoutTwins(trees: Trees, present: Set<string>, parents: ReadonlyMap<string, string>): void {
  const mine = new Map<string, number>();
  for (const id of trees.mine.keys()) {
    const added = present.has(id) ? additionOf('mine', id, trees, parents) : null;
    if (added) mine.set(added.key, (mine.get(added.key) ?? 0) + 1);
  }
  for (const id of trees.theirs.keys()) {
    const added = present.has(id) ? additionOf('theirs', id, trees, parents) : null;
    const left = added ? (mine.get(added.key) ?? 0) : 0;
    if (!added || left === 0) continue;
    mine.set(added.key, left - 1);
    for (const one of added.ids) present.delete(one);
  }
}

/** Drafts that were begun anew share nothing but their segment. */
function wholeDraft(mine: Draft, theirs: Draft, choice: Choice): Merged {
  return {
    draft: choice(WHOLE_DRAFT) === 'mine' ? mine : theirs,
    clashes: [{ id: WHOLE_DRAFT, mine: mine.root, theirs: theirs.root }],
  };
}

/**
 * Two people's drafts that began as one, made one again by the ids of their nodes: what only one side added, removed,
 * changed, moved or muted is taken over. Where both changed one node in different ways `choice` says whose way it goes
 * (default: mine), and the node stands in `clashes`; without clashes nothing of either side is lost.
 */
export function mergeDrafts(base: Draft, mine: Draft, theirs: Draft, choice: Choice = () => 'mine'): Merged {
  if (isSameDraft(base, theirs) || isSameDraft(mine, theirs)) return { draft: mine, clashes: [] };
  if (isSameDraft(base, mine)) return { draft: theirs, clashes: [] };
  const rootId = base.root.id;
  const trees: Trees = {
    base: placedIn(base.root),
    mine: placedIn(mine.root),
    theirs: placedIn(theirs.root),
  };
  const isOneTree =
    [mine, theirs].every((one) => one.root.id === rootId && one.entity === base.entity) &&
    [...trees.mine].every(([id, { node }]) => node.kind === (trees.theirs.get(id)?.node ?? node).kind);
  if (!isOneTree) return wholeDraft(mine, theirs, choice);

  const { present, clashes } = presentIds(trees, choice);
  const parents = parentsOf(trees, present, rootId, clashes, choice);
  withoutTwins(trees, present, parents);
  const members = new Map<string, Set<string>>();
  for (const [id, parent] of parents) {
    if (!present.has(id)) continue;
    members.set(parent, (members.get(parent) ?? new Set()).add(id));
  }
  const built = (id: string): DraftRule[] => {
    const node = ownNode(id, trees, clashes, choice);
    if (node?.kind !== 'group') return node ? [node] : [];
    const lists = {
      base: childIds(trees.base, id),
      mine: childIds(trees.mine, id),
      theirs: childIds(trees.theirs, id),
    };
    return [{ ...node, rules: mergeOrder(members.get(id) ?? new Set(), lists).flatMap(built) }];
  };
  const [root] = built(rootId);
  // A condition that one side put on a row and the other kept in its group would stand in both.
  const ids = allNodes(root as DraftGroup).map((node) => node.id);
  if (new Set(ids).size < ids.length) return wholeDraft(mine, theirs, choice);
  return {
    draft: { ...mine, root: root as DraftGroup },
    clashes: [...clashes].map((id) => ({
      id,
      mine: trees.mine.get(id)?.node ?? null,
      theirs: trees.theirs.get(id)?.node ?? null,
    })),
  };
}
