import type { GroupOperator } from '#lib/rules/ast.ts';
import {
  and,
  andNot,
  type Bits,
  countAnd,
  countBits,
  emptyBits,
  fullBits,
  not,
  or,
} from '#lib/engine/bitset.ts';
import { combineBits, type Sets } from './combine.ts';
import type { RuleNode } from './rule-tree.ts';

/**
 * Kleene's strong three-valued logic as two sets: records that may pass and records that surely do, when the values
 * of some fields are unknown where they are missing.
 */
type Kleene = { possible: Bits; certain: Bits };

function combineKleene(op: GroupOperator, parts: readonly Kleene[], size: number): Kleene {
  const joint = op === 'all' ? 'all' : 'any';
  const jointly = (side: keyof Kleene) =>
    combineBits(
      joint,
      parts.map((part) => part[side]),
      size,
    );
  const possible = jointly('possible');
  const certain = parts.every((part) => part.possible === part.certain) ? possible : jointly('certain');
  return op === 'none' ? { possible: not(certain), certain: not(possible) } : { possible, certain };
}

/** The sets of a question, and of the nodes whose own set is known. */
type Known = Sets & { nodes: ReadonlyMap<RuleNode, Bits> };

/** `isOpen` says whose missing values count as unknown; the others are as two-valued logic takes them. */
function kleene(node: RuleNode, sets: Known, isOpen: (field: string) => boolean): Kleene {
  const own = sets.nodes.get(node);
  if (own && !openFields(node).some(isOpen)) return { possible: own, certain: own };
  if (node.kind === 'group') {
    return combineKleene(
      node.op,
      node.children.map((child) => kleene(child, sets, isOpen)),
      sets.size,
    );
  }
  const bits = sets.of(node.form);
  if (node.kind === 'pinned') return { possible: bits, certain: bits };
  if (node.kind === 'segment') {
    if (!node.referenced) return { possible: bits, certain: bits };
    const inside = kleene(node.referenced, sets, isOpen);
    const linked = node.linked ? sets.of(node.linked) : fullBits(sets.size);
    const possible = and(inside.possible, linked);
    const certain = and(inside.certain, linked);
    return node.rule.member ? { possible, certain } : { possible: not(certain), certain: not(possible) };
  }
  if (!node.known || !isOpen(node.known.field)) return { possible: bits, certain: bits };
  const known = sets.of(node.known.form);
  return { possible: or(bits, not(known)), certain: and(bits, known) };
}

function openFields(node: RuleNode): string[] {
  if (node.kind === 'group') return node.children.flatMap(openFields);
  if (node.kind === 'pinned') return [];
  if (node.kind === 'segment') return node.referenced ? openFields(node.referenced) : [];
  return node.known ? [node.known.field] : [];
}

/**
 * Records that are out and that a value of one missing field alone could bring in, by field; those that need several
 * (`several`); and how many are in only because a value is missing. Within `scope`.
 */
export function countUnknowns(
  root: RuleNode,
  sets: Known,
  members: Bits,
  scope: Bits,
): { out: Record<string, number>; in: number } {
  const fields = [...new Set(openFields(root))];
  const outside = andNot(scope, members);
  let byOne = emptyBits(sets.size);
  const out: Record<string, number> = {};
  for (const field of fields) {
    const reachable = and(kleene(root, sets, (open) => open === field).possible, outside);
    const count = countBits(reachable);
    if (count > 0) out[field] = count;
    byOne = or(byOne, reachable);
  }
  const everything = kleene(root, sets, () => true);
  const several = countBits(andNot(and(everything.possible, outside), byOne));
  if (several > 0) out.several = several;
  return { out, in: countAnd(andNot(members, everything.certain), scope) };
}
