/** One bar: values from `from` up to but not including `to` (the last one includes it). */
export type HistogramBin = { from: number; to: number; count: number };

/** A chosen range; null is open on that side. */
export type HistogramRange = { min: number | null; max: number | null };

/** All borders between bins, ascending, both ends included. */
export function binEdges(bins: readonly HistogramBin[]): number[] {
  const first = bins[0];
  return first ? [first.from, ...bins.map((bin) => bin.to)] : [];
}

/** Where a value stands on bars of equal width, 0–1; between borders it is placed in proportion. */
export function positionOf(value: number, edges: readonly number[]): number {
  const last = edges.length - 1;
  const first = edges[0];
  const end = edges[last];
  if (first === undefined || end === undefined || last < 1 || value <= first) return 0;
  if (value >= end) return 1;
  const right = edges.findIndex((edge) => edge > value);
  const low = edges[right - 1] ?? first;
  const high = edges[right] ?? end;
  return (right - 1 + (value - low) / (high - low)) / last;
}

/** The border nearest to a position 0–1. */
export function snapTo(position: number, edges: readonly number[]): number {
  const index = Math.round(Math.max(0, Math.min(1, position)) * (edges.length - 1));
  return edges[index] ?? 0;
}

/** The border `steps` away from a value; a value between borders first goes to the next one in that direction. */
export function stepEdge(value: number, steps: number, edges: readonly number[]): number {
  const last = edges.length - 1;
  const at =
    steps > 0 ? edges.findLastIndex((edge) => edge <= value) : edges.findIndex((edge) => edge >= value);
  const from = at < 0 ? (steps > 0 ? 0 : last) : at;
  return edges[Math.max(0, Math.min(last, from + steps))] ?? value;
}

/** Sums of the bars below, in and above a range; a bar counts where its middle lies. */
export function countAround(bins: readonly HistogramBin[], range: HistogramRange) {
  const sums = { below: 0, inside: 0, above: 0 };
  for (const bin of bins) {
    const middle = (bin.from + bin.to) / 2;
    if (range.min !== null && middle < range.min) sums.below += bin.count;
    else if (range.max !== null && middle > range.max) sums.above += bin.count;
    else sums.inside += bin.count;
  }
  return sums;
}
