import type { ResolvedField, ResolvedRelated } from '#lib/rules/resolved.ts';
import { and, andNot, type Bits, countAnd, countBits, not, ordinalsOf } from '#lib/engine/bitset.ts';
import { parentsOf, rootWith } from './combine.ts';
import { type ConditionNode, nodesOf, type RuleNode } from './rule-tree.ts';

/** The numbers at which a condition changes its answer. */
function thresholds(rule: ResolvedField | ResolvedRelated): number[] {
  if (rule.kind === 'related') return [rule.value.low, rule.value.high];
  const { value } = rule;
  if (value.kind === 'number') return [value.number];
  return value.kind === 'numbers' ? [value.low, value.high] : [];
}

function closestTo(bounds: readonly number[], values: Float64Array, among: Bits): number | null {
  let closest: number | null = null;
  let distance = Number.POSITIVE_INFINITY;
  const ordinals = ordinalsOf(among);
  const low = Math.min(...bounds);
  const high = Math.max(...bounds);
  for (let index = 0; index < ordinals.length; index++) {
    const value = values[ordinals[index]!]!;
    const away = Math.min(Math.abs(value - low), Math.abs(value - high));
    if (away < distance) {
      distance = away;
      closest = value;
    }
  }
  return closest;
}

/** Whoever fails "at least one" has none, without being counted. */
function failsAtLeastOne({ rule }: ConditionNode, own: Bits, near: Bits): boolean {
  if (rule.kind !== 'related' || rule.measure.fn !== 'count') return false;
  return rule.operator === 'gte' && rule.value.low === 1 && countAnd(own, near) === 0;
}

function closestOf(
  node: ConditionNode,
  own: Bits,
  near: Bits,
  numbersOf: (node: ConditionNode) => Float64Array,
): number | null {
  const bounds = thresholds(node.rule);
  if (bounds.length === 0) return null;
  return failsAtLeastOne(node, own, near) ? 0 : closestTo(bounds, numbersOf(node), near);
}

/**
 * Records that are out and would be in if exactly this one condition flipped, by condition; where it compares a number,
 * the closest number among them. `numbersOf` gives a condition's numbers by ordinal, NaN where missing.
 */
export function findNearMisses(
  root: RuleNode,
  known: ReadonlyMap<RuleNode, Bits>,
  scope: Bits,
  numbersOf: (node: ConditionNode) => Float64Array,
): Record<string, { count: number; closest: number | null }> {
  const parents = parentsOf(root);
  const outside = andNot(scope, known.get(root) ?? scope);
  const found: Record<string, { count: number; closest: number | null }> = {};
  for (const node of nodesOf(root)) {
    const bits = known.get(node);
    if (node.kind === 'group' || node.kind === 'pinned' || !bits) continue;
    const flipped = rootWith(node, not(bits), known, parents);
    const near = and(outside, flipped);
    const count = countBits(near);
    const closest = node.kind === 'condition' && count > 0 ? closestOf(node, bits, near, numbersOf) : null;
    found[node.id] = { count, closest };
  }
  return found;
}
