import { type Bits, meetAll } from '#lib/engine/bitset.ts';
import { countSingleFailures } from '#lib/engine/single-failures.ts';
import type { GroupNode, RuleNode } from './rule-tree.ts';

export type ConditionCounts = Record<string, { alone: number; without: number }>;

/** A group within a rule: the records for which it alone decides, and whether the whole rises or falls with it. */
type Place = { decides: Bits; isRising: boolean; without: number };

/**
 * Per node: how many records match it alone, and how many the whole would have without it. Within `scope`. A group
 * that this empties is left out too, and a root that is left out asks for nothing.
 *
 * Leaving out a condition changes the answer for those alone that fail it and nothing else beside it ("fail" in a group of
 * any or none: match), if nothing above has decided already. `countIn` tells how many of a set are within another one; it
 * may know it from before.
 */
export function countConditions(
  root: GroupNode,
  known: ReadonlyMap<RuleNode, Bits>,
  scope: Bits,
  countIn: (bits: Bits, within: Bits) => number,
): ConditionCounts {
  const found: ConditionCounts = {};
  const setOf = (node: RuleNode): Bits => known.get(node) ?? scope;
  const members = countIn(setOf(root), scope);

  function visit(group: GroupNode, { decides, isRising, without }: Place): void {
    found[group.id] = { alone: countIn(setOf(group), scope), without };
    const { children, op } = group;
    const isTurned = op !== 'all';
    const isOnly = children.length === 1;
    const fails = isOnly ? [] : countSingleFailures(children.map(setOf), isTurned, decides);
    const step = (op === 'any') === isRising ? -1 : 1;
    for (const [index, child] of children.entries()) {
      const left = isOnly ? without : members + step * (fails[index] ?? 0);
      if (child.kind === 'group') {
        const others = children.filter((other) => other !== child).map(setOf);
        visit(child, {
          decides: isTurned
            ? meetAll([decides], others, scope.size)
            : meetAll([decides, ...others], [], scope.size),
          isRising: op === 'none' ? !isRising : isRising,
          without: left,
        });
      } else if (child.kind !== 'pinned') {
        found[child.id] = { alone: countIn(setOf(child), scope), without: left };
      }
    }
  }

  visit(root, { decides: scope, isRising: true, without: countIn(scope, scope) });
  return found;
}
