import type { GroupOperator } from '#lib/rules/ast.ts';
import type { Relational } from '#lib/rules/relational.ts';
import { type Bits, meetAll, orAll } from '#lib/engine/bitset.ts';
import type { GroupNode, RuleNode } from './rule-tree.ts';

/** The sets of a question: of any form, over `size` records. */
export type Sets = { size: number; of: (form: Relational) => Bits };

export function combineBits(op: GroupOperator, parts: readonly Bits[], size: number): Bits {
  if (op === 'all') return meetAll(parts, [], size);
  return op === 'any' ? orAll(parts, size) : meetAll([], parts, size);
}

/** Every node's own set, so that changing one recombines only the groups above it. */
export function nodeBits(root: RuleNode, sets: Sets): Map<RuleNode, Bits> {
  const found = new Map<RuleNode, Bits>();
  const visit = (node: RuleNode): Bits => {
    const bits =
      node.kind === 'group' ? combineBits(node.op, node.children.map(visit), sets.size) : sets.of(node.form);
    found.set(node, bits);
    return bits;
  };
  visit(root);
  return found;
}

/** The groups above each node, nearest first. */
export function parentsOf(root: RuleNode): Map<RuleNode, GroupNode> {
  const parents = new Map<RuleNode, GroupNode>();
  const visit = (node: RuleNode): void => {
    if (node.kind !== 'group') return;
    for (const child of node.children) {
      parents.set(child, node);
      visit(child);
    }
  };
  visit(root);
  return parents;
}

/** The root's set when one node had another set. */
export function rootWith(
  node: RuleNode,
  replacement: Bits,
  known: ReadonlyMap<RuleNode, Bits>,
  parents: ReadonlyMap<RuleNode, GroupNode>,
): Bits {
  let current = node;
  let bits = replacement;
  for (let parent = parents.get(current); parent; parent = parents.get(current)) {
    const parts = parent.children.flatMap((child) => (child === current ? bits : known.get(child)) ?? []);
    bits = combineBits(parent.op, parts, bits.size);
    current = parent;
  }
  return bits;
}
