/** A territory with the one that it belongs under. */
export type Level<Id extends string | number> = { id: Id; parentId: Id | null };

/** Whether `id` is `ancestor` or lies under it, however deep. */
export function isUnder<Id extends string | number>(
  levels: readonly Level<Id>[],
  id: Id,
  ancestor: Id,
): boolean {
  const parents = new Map(levels.map((level) => [level.id, level.parentId]));
  const seen = new Set<Id>();
  for (let at: Id | null = id; at !== null && !seen.has(at); at = parents.get(at) ?? null) {
    if (at === ancestor) return true;
    seen.add(at);
  }
  return false;
}

export type TreeNode<T> = { item: T; depth: number; children: TreeNode<T>[] };

/** Territories as a tree in the order given; one whose parent is not among them stands on top. */
export function treeOf<Id extends string | number, T extends Level<Id>>(items: readonly T[]): TreeNode<T>[] {
  const present = new Set(items.map((item) => item.id));
  const byParent = Map.groupBy(items, (item) =>
    item.parentId !== null && present.has(item.parentId) ? item.parentId : null,
  );
  const under = (parentId: Id | null, depth: number): TreeNode<T>[] =>
    (byParent.get(parentId) ?? []).map((item) => ({ item, depth, children: under(item.id, depth + 1) }));
  return under(null, 0);
}

/** A figure of a node and of all that lies under it. */
export function rolledUp<T>(node: TreeNode<T>, valueOf: (item: T) => number): number {
  return node.children.reduce((sum, child) => sum + rolledUp(child, valueOf), valueOf(node.item));
}
