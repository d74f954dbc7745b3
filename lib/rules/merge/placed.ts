import type { DraftRule } from '../draft.ts';

/** A node of a draft with the group it stands in; null for the root. */
type Placed = { node: DraftRule; parent: string | null };
export type Tree = ReadonlyMap<string, Placed>;

/** This node and every group and condition in it, by id, parents first. What a condition asks of its rows stays inside it. */
export function placedIn(root: DraftRule): Tree {
  const placed = new Map<string, Placed>();
  const visit = (node: DraftRule, parent: string | null) => {
    placed.set(node.id, { node, parent });
    if (node.kind === 'group') for (const child of node.rules) visit(child, node.id);
  };
  visit(root, null);
  return placed;
}

export function childIds(tree: Tree, id: string): string[] {
  const node = tree.get(id)?.node;
  return node?.kind === 'group' ? node.rules.map((child) => child.id) : [];
}

/** What a node says by itself: its children and whether it is muted are looked at apart. */
export function ownWords(node: DraftRule): object {
  const { muted: _muted, ...rest } = node;
  return rest.kind === 'group' ? { ...rest, rules: [] } : rest;
}

/** Equal for nodes that ask the same, whatever their ids and the order of their keys. */
export function textWithoutIds(value: unknown): string {
  return JSON.stringify(value, (name, held: unknown) => {
    if (name === 'id') return undefined;
    if (held === null || typeof held !== 'object' || Array.isArray(held)) return held;
    return Object.fromEntries(Object.entries(held).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
