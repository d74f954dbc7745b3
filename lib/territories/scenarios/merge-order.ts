import type { ContentTerritory, PlanContent } from './content.ts';

/**
 * In which order territories are tried after a merge: the scenario's where it turned some that it has in common with
 * the base, else the plan's. What the other side has beside them comes after the one that it follows there. `isBoth` =
 * both turned the same ones, each in its own way.
 */
export function mergeOrder(
  found: readonly ContentTerritory[],
  [base, mine, theirs]: readonly [PlanContent, PlanContent, PlanContent],
): { territories: ContentTerritory[]; isBoth: boolean } {
  const [was, own, now] = [orderOf(base), orderOf(mine), orderOf(theirs)];
  const isOwn = isTurned(was, own);
  const isBoth = isOwn && isTurned(was, now) && isTurned(own, now);
  const byKey = new Map(found.map((territory) => [territory.key, territory]));
  const order = (isOwn ? woven(own, now) : woven(now, own)).flatMap((key) => byKey.get(key) ?? []);
  return { territories: order, isBoth };
}

function orderOf({ territories }: PlanContent): number[] {
  return [...territories].sort((a, b) => a.position - b.position || a.key - b.key).map(({ key }) => key);
}

/** Whether those that both have stand in another order. */
function isTurned(one: readonly number[], two: readonly number[]): boolean {
  const common = one.filter((key) => two.includes(key));
  return two.filter((key) => common.includes(key)).some((key, at) => key !== common[at]);
}

function woven(first: readonly number[], second: readonly number[]): number[] {
  const order = [...first];
  second.forEach((key, at) => {
    if (order.includes(key)) return;
    order.splice(at === 0 ? 0 : order.indexOf(second[at - 1]!) + 1, 0, key);
  });
  return order;
}
