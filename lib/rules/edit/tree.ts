import type { Draft, DraftFieldGroup, DraftGroup, DraftRule } from '../draft.ts';

/** Any node of a draft, the groups on rows included. */
export type DraftNode = DraftRule | DraftFieldGroup;

export function childrenOf(node: DraftNode): readonly DraftNode[] {
  if (node.kind === 'group') return node.rules;
  return node.kind === 'related' && node.where ? [node.where] : [];
}

/** Every node, parents before children. */
export function allNodes(node: DraftNode): DraftNode[] {
  return [node, ...childrenOf(node).flatMap(allNodes)];
}

export function findNode(draft: Draft, id: string): DraftNode | null {
  return allNodes(draft.root).find((node) => node.id === id) ?? null;
}

/** The node that holds this one, with the place among its children; null for the root and for unknown ids. */
export function findParent(draft: Draft, id: string): { parent: DraftNode; index: number } | null {
  for (const parent of allNodes(draft.root)) {
    const index = childrenOf(parent).findIndex((child) => child.id === id);
    if (index >= 0) return { parent, index };
  }
  return null;
}

function isInRow(draft: Draft, id: string): boolean {
  return allNodes(draft.root).some(
    (node) => node.kind === 'related' && node.where && allNodes(node.where).some((inner) => inner.id === id),
  );
}

/** Whether `node` may stand in that group: on a row only fields and groups of them, elsewhere anything. */
export function mayHold(draft: Draft, groupId: string, node: DraftNode): boolean {
  if (findNode(draft, groupId)?.kind !== 'group') return false;
  if (!isInRow(draft, groupId)) return true;
  return allNodes(node).every((inner) => inner.kind === 'group' || inner.kind === 'field');
}

type Replace = (node: DraftNode) => DraftNode[];

function replaceWithin(node: DraftNode, id: string, replace: Replace): DraftNode {
  if (node.kind === 'related' && node.where) {
    const [where = null] =
      node.where.id === id ? replace(node.where) : [replaceWithin(node.where, id, replace)];
    return where === node.where ? node : { ...node, where: where as DraftFieldGroup | null };
  }
  if (node.kind !== 'group') return node;
  const rules = node.rules.flatMap((child) =>
    child.id === id ? replace(child) : [replaceWithin(child, id, replace)],
  );
  const isSame = rules.length === node.rules.length && rules.every((child, at) => child === node.rules[at]);
  return isSame ? node : { ...node, rules: rules as DraftRule[] };
}

/**
 * The draft with one node replaced by none, one or several in its place; untouched parts and, when nothing changes,
 * the draft itself stay the same objects. The root can only become another group.
 */
export function replaceNode(draft: Draft, id: string, replace: Replace): Draft {
  const [root = draft.root] =
    draft.root.id === id ? replace(draft.root) : [replaceWithin(draft.root, id, replace)];
  if (root === draft.root || root.kind !== 'group') return draft;
  return { ...draft, root: root as DraftGroup };
}
