/** Whether the ids that both lists hold stand in another order. */
function isReordered(before: readonly string[], after: readonly string[]): boolean {
  const kept = after.filter((id) => before.includes(id));
  const was = before.filter((id) => after.includes(id));
  return kept.some((id, at) => id !== was[at]);
}

/**
 * One order for the members of a group from its three lists. The side that moved members about leads, mine when both
 * did; what only the other side has goes behind its neighbour there. The order means nothing, it is only read.
 */
export function mergeOrder(
  members: ReadonlySet<string>,
  lists: { base: readonly string[]; mine: readonly string[]; theirs: readonly string[] },
): string[] {
  const { base, mine, theirs } = lists;
  const followsTheirs = !isReordered(base, mine) && isReordered(base, theirs);
  const [lead, other] = followsTheirs ? [theirs, mine] : [mine, theirs];
  const order = lead.filter((id) => members.has(id));
  other.forEach((id, at) => {
    if (!members.has(id) || order.includes(id)) return;
    const neighbour = other.slice(0, at).findLast((one) => order.includes(one));
    let place = neighbour === undefined ? 0 : order.indexOf(neighbour) + 1;
    while (neighbour !== undefined && place < order.length && !other.includes(order[place] ?? '')) place += 1;
    order.splice(place, 0, id);
  });
  return [...order, ...[...members].filter((id) => !order.includes(id))];
}
