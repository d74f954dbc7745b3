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

/** More cells than any map has in one direction. */
const CELLS_A_ROW = 2 ** 24;
/** Middles nearer to each other than this share of a cell become one cluster, so that they do not cover each other. */
const TOO_NEAR = 0.7;

/** Groups of points by cell: sums by group, and which group took another one in (−1 = it stands for itself). */
type Groups = {
  byCell: Map<number, number>;
  cells: number[];
  sizes: number[];
  sumX: number[];
  sumY: number[];
  into: number[];
};

/**
 * Gathers points by square cells of `cellSize` map units; neighbours whose middles nearly touch become one. The grid
 * stands still on the map, so that panning changes nothing. Only points with `shown[i] = 1` and a known place within
 * `bounds` take part. Two passes over the points: a few milliseconds for 100,000 as long as the cells are few, so give
 * bounds where they would be many.
 */
export function clusterGrid(
  xs: ArrayLike<number>,
  ys: ArrayLike<number>,
  shown: Uint8Array,
  cellSize: number,
  [left, top, right, bottom]: Bounds = [-Infinity, -Infinity, Infinity, Infinity],
): Clusters {
  const groups: Groups = { byCell: new Map(), cells: [], sizes: [], sumX: [], sumY: [], into: [] };
  const groupOf = new Int32Array(xs.length).fill(-1);
  for (let at = 0; at < xs.length; at++) {
    const x = xs[at] as number;
    const y = ys[at] as number;
    // Written so that what is not a number lies nowhere.
    if (shown[at] !== 1 || !(x >= left && x <= right && y >= top && y <= bottom)) continue;
    groupOf[at] = addTo(groups, Math.floor(x / cellSize) * CELLS_A_ROW + Math.floor(y / cellSize), x, y);
  }
  const kept = mergeNear(groups, cellSize * TOO_NEAR);
  const starts = new Uint32Array(kept.length + 1);
  for (const [at, group] of kept.entries()) starts[at + 1] = (starts[at] ?? 0) + (groups.sizes[group] ?? 0);
  const middle = (sums: readonly number[]) =>
    Float32Array.from(kept, (group) => (sums[group] ?? 0) / (groups.sizes[group] ?? 1));
  return {
    count: kept.length,
    starts,
    members: gather(groupOf, placesOf(groups, kept), starts),
    xs: middle(groups.sumX),
    ys: middle(groups.sumY),
  };
}

function addTo(
  { byCell, cells, sizes, sumX, sumY, into }: Groups,
  cell: number,
  x: number,
  y: number,
): number {
  let group = byCell.get(cell);
  if (group === undefined) {
    group = cells.push(cell) - 1;
    byCell.set(cell, group);
    sizes.push(0);
    sumX.push(0);
    sumY.push(0);
    into.push(-1);
  }
  sizes[group] = (sizes[group] as number) + 1;
  sumX[group] = (sumX[group] as number) + x;
  sumY[group] = (sumY[group] as number) + y;
  return group;
}

/** Larger groups take in nearer ones of the cells around them. Returns those that are left, largest first. */
function mergeNear({ byCell, cells, sizes, sumX, sumY, into }: Groups, nearest: number): number[] {
  const bySize = cells
    .map((_, group) => group)
    .sort(
      (a, b) => (sizes[b] as number) - (sizes[a] as number) || (cells[a] as number) - (cells[b] as number),
    );
  for (const group of bySize) {
    if (into[group] !== -1) continue;
    for (const around of AROUND) {
      const other = byCell.get((cells[group] as number) + around);
      if (other === undefined || into[other] !== -1) continue;
      const size = sizes[group] as number;
      const otherSize = sizes[other] as number;
      const gapX = (sumX[group] as number) / size - (sumX[other] as number) / otherSize;
      const gapY = (sumY[group] as number) / size - (sumY[other] as number) / otherSize;
      if (gapX * gapX + gapY * gapY >= nearest * nearest) continue;
      sizes[group] = size + otherSize;
      sumX[group] = (sumX[group] as number) + (sumX[other] as number);
      sumY[group] = (sumY[group] as number) + (sumY[other] as number);
      into[other] = group;
    }
  }
  return bySize.filter((group) => into[group] === -1);
}

/** The eight cells around one, as differences of their numbers. */
const AROUND = [-1, 0, 1].flatMap((dx) =>
  [-1, 0, 1].flatMap((dy) => (dx === 0 && dy === 0 ? [] : dx * CELLS_A_ROW + dy)),
);

/** For each group the place of the cluster that it went into. */
function placesOf({ into }: Groups, kept: readonly number[]): Int32Array {
  const places = new Int32Array(into.length).fill(-1);
  for (const [at, group] of kept.entries()) places[group] = at;
  for (let group = 0; group < into.length; group++) {
    let root = group;
    while (into[root] !== -1) root = into[root] as number;
    places[group] = places[root] as number;
  }
  return places;
}

function gather(groupOf: Int32Array, placeOf: Int32Array, starts: Uint32Array): Uint32Array {
  const members = new Uint32Array(starts.at(-1) ?? 0);
  const next = starts.slice();
  for (let at = 0; at < groupOf.length; at++) {
    const group = groupOf[at] as number;
    if (group < 0) continue;
    const place = placeOf[group] as number;
    const slot = next[place] as number;
    members[slot] = at;
    next[place] = slot + 1;
  }
  return members;
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
