import type { ResolvedField } from '#lib/rules/resolved.ts';
import { andNot, type Bits, countBits, forEachBit, not } from './bitset.ts';
import { parentsOf, rootWith } from './combine.ts';
import { type ConditionNode, nodesOf, type RuleNode } from './rule-tree.ts';

/** The numbers at which a condition changes its answer. */
function thresholds({ value }: ResolvedField): number[] {
  if (value.kind === 'number') return [value.number];
  return value.kind === 'numbers' ? [value.low, value.high] : [];
}

function closestTo(bounds: readonly number[], values: Float64Array, among: Bits): number | null {
  let closest: number | null = null;
  let distance = Number.POSITIVE_INFINITY;
  forEachBit(among, (ordinal) => {
    const value = values[ordinal] ?? Number.NaN;
    for (const bound of bounds) {
      const away = Math.abs(value - bound);
      if (away < distance) {
        distance = away;
        closest = value;
      }
    }
  });
  return closest;
}

/**
 * Records that are out and would be in if exactly this one condition flipped, by condition; for a number the closest
 * value among them. `numbersOf` gives a field's numbers by ordinal, NaN where missing.
 */
export function findNearMisses(
  root: RuleNode,
  known: ReadonlyMap<RuleNode, Bits>,
  scope: Bits,
  numbersOf: (fieldKey: string) => Float64Array,
): Record<string, { count: number; closest: number | null }> {
  const parents = parentsOf(root);
  const outside = andNot(scope, known.get(root) ?? scope);
  const found: Record<string, { count: number; closest: number | null }> = {};
  for (const node of nodesOf(root)) {
    const bits = known.get(node);
    if (node.kind === 'group' || !bits) continue;
    const flipped = rootWith(node, not(bits), known, parents, scope.size);
    const near = andNot(outside, not(flipped));
    const count = countBits(near);
    found[node.id] = { count, closest: count === 0 ? null : closestOf(node, near, numbersOf) };
  }
  return found;
}

function closestOf(
  node: ConditionNode | Extract<RuleNode, { kind: 'segment' }>,
  near: Bits,
  numbersOf: (fieldKey: string) => Float64Array,
): number | null {
  if (node.kind !== 'condition' || node.rule.kind !== 'field') return null;
  const bounds = thresholds(node.rule);
  return bounds.length === 0 ? null : closestTo(bounds, numbersOf(node.rule.field), near);
}
