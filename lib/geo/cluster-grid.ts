import { type Bounds, overlaps } from './viewport.ts';

/** Points gathered by the cells of a grid. Cluster `c` holds `members[starts[c]] … members[starts[c + 1] − 1]`. */
export type Clusters = {
  count: number;
  /** The middle of the members, in map units. */
  xs: Float32Array;
  ys: Float32Array;
  starts: Uint32Array;
  /** Indexes of points, grouped by cluster. */
  members: Uint32Array;
};

/**
 * Gathers points by square cells of `cellSize` map units. The grid stands still on the map, so that panning changes
 * nothing. Only points with `shown[i] = 1` and a known place take part. One pass over the points and one over the
 * clusters: a few milliseconds for 100,000 points.
 */
export function clusterGrid(
  xs: ArrayLike<number>,
  ys: ArrayLike<number>,
  shown: Uint8Array,
  cellSize: number,
): Clusters {
  const clusterOf = new Int32Array(xs.length).fill(-1);
  const byCell = new Map<number, number>();
  const sizes: number[] = [];
  for (let at = 0; at < xs.length; at++) {
    const x = xs[at] as number;
    if (shown[at] !== 1 || Number.isNaN(x)) continue;
    const cell = Math.floor(x / cellSize) * CELLS_A_ROW + Math.floor((ys[at] as number) / cellSize);
    let cluster = byCell.get(cell);
    if (cluster === undefined) {
      cluster = sizes.length;
      byCell.set(cell, cluster);
      sizes.push(0);
    }
    clusterOf[at] = cluster;
    sizes[cluster] = (sizes[cluster] ?? 0) + 1;
  }
  const starts = new Uint32Array(sizes.length + 1);
  for (const [cluster, size] of sizes.entries()) starts[cluster + 1] = (starts[cluster] ?? 0) + size;
  return { count: sizes.length, starts, ...gather(xs, ys, clusterOf, starts) };
}

/** More cells than any map has in one direction. */
const CELLS_A_ROW = 2 ** 24;

function gather(
  xs: ArrayLike<number>,
  ys: ArrayLike<number>,
  clusterOf: Int32Array,
  starts: Uint32Array,
): Pick<Clusters, 'xs' | 'ys' | 'members'> {
  const count = starts.length - 1;
  const members = new Uint32Array(starts[count] ?? 0);
  const next = starts.slice();
  const sumX = new Float64Array(count);
  const sumY = new Float64Array(count);
  for (let at = 0; at < clusterOf.length; at++) {
    const cluster = clusterOf[at] as number;
    if (cluster < 0) continue;
    members[next[cluster] as number] = at;
    next[cluster] = (next[cluster] as number) + 1;
    sumX[cluster] = (sumX[cluster] as number) + (xs[at] as number);
    sumY[cluster] = (sumY[cluster] as number) + (ys[at] as number);
  }
  const middle = (sums: Float64Array) =>
    Float32Array.from(sums, (sum, cluster) => sum / ((starts[cluster + 1] ?? 0) - (starts[cluster] ?? 0)));
  return { members, xs: middle(sumX), ys: middle(sumY) };
}

/** Clusters whose middle lies within bounds. */
export function clustersWithin(clusters: Clusters, bounds: Bounds): number[] {
  const found: number[] = [];
  for (let cluster = 0; cluster < clusters.count; cluster++) {
    const x = clusters.xs[cluster] as number;
    const y = clusters.ys[cluster] as number;
    if (overlaps([x, y, x, y], bounds)) found.push(cluster);
  }
  return found;
}

/** The point indexes of one cluster. */
export function membersOf(clusters: Clusters, cluster: number): Uint32Array {
  return clusters.members.subarray(clusters.starts[cluster], clusters.starts[cluster + 1]);
}
