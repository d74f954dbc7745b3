import { type Bits, countAnd } from '#lib/engine/bitset.ts';
import { parentsOf, rootWith } from './combine.ts';
import { nodesOf, type RuleNode } from './rule-tree.ts';

/** Per node: how many records match it alone, and how many the whole would have without it. Within `scope`. */
export function countConditions(
  root: RuleNode,
  known: ReadonlyMap<RuleNode, Bits>,
  scope: Bits,
): Record<string, { alone: number; without: number }> {
  const parents = parentsOf(root);
  return Object.fromEntries(
    nodesOf(root).map((node) => {
      const alone = known.get(node) ?? scope;
      const without = rootWith(node, null, known, parents, scope.size);
      return [node.id, { alone: countAnd(alone, scope), without: countAnd(without, scope) }];
    }),
  );
}
