/** Records that are in exactly these sets (their places in the list of sets), and in no other. */
export type Intersection = { sets: readonly number[]; count: number };

/** Size of each set. */
export function setSizes(intersections: readonly Intersection[], sets: number): number[] {
  const sizes = Array.from({ length: sets }, () => 0);
  for (const { sets: held, count } of intersections)
    for (const at of held) sizes[at] = (sizes[at] ?? 0) + count;
  return sizes;
}

/** How many records are in both of two sets, for every pair; the diagonal holds the sizes. */
export function pairCounts(intersections: readonly Intersection[], sets: number): number[][] {
  const counts = Array.from({ length: sets }, () => Array.from({ length: sets }, () => 0));
  for (const { sets: held, count } of intersections) {
    for (const row of held) for (const column of held) counts[row]![column]! += count;
  }
  return counts;
}

/** Sizes when each record counts only in the first of its sets, in the order of the list. They add up to the union. */
export function sizesByPriority(intersections: readonly Intersection[], order: readonly number[]): number[] {
  const place = new Map(order.map((set, at) => [set, at]));
  const sizes = Array.from({ length: order.length }, () => 0);
  for (const { sets: held, count } of intersections) {
    const first = Math.min(...held.map((set) => place.get(set) ?? Number.POSITIVE_INFINITY));
    if (Number.isFinite(first)) sizes[first] = (sizes[first] ?? 0) + count;
  }
  return sizes;
}

/** Records that are in at least one set. */
export function unionSize(intersections: readonly Intersection[]): number {
  return intersections.reduce((sum, { count }) => sum + count, 0);
}
