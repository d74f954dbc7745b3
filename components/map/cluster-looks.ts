import { type Clusters, clusterGrid, membersOf } from '#lib/geo/cluster-grid.ts';
import type { Bounds } from '#lib/geo/viewport.ts';
import type { Colouring } from './colouring.ts';
import type { MapData } from './map-data.ts';
import type { MapPoints } from './project-points.ts';

/** What is known about one cluster for drawing and pointing at it. */
export type ClusterLook = {
  accounts: number;
  potentialAmount: number;
  /** Categories with their accounts, largest first. */
  parts: { category: number; accounts: number }[];
};

/** Clusters of one closeness with what is worked out about them so far. */
export type Level = {
  clusters: Clusters;
  /** The part of the map that it knows. */
  bounds: Bounds;
  looks: Map<number, ClusterLook>;
  selected: Map<number, number>;
};

const CELL_PX = 46;

/** Half steps of doubling: the map is clustered anew when it is drawn 1.4 times as large. */
export function closeness(scale: number, wholeScale: number): number {
  return Math.round(Math.log2(scale / wholeScale) * 2);
}

/** Whether a level knows all that is in sight. */
export function knowsAll({ bounds }: Level, visible: Bounds): boolean {
  return (
    bounds[0] <= visible[0] && bounds[1] <= visible[1] && bounds[2] >= visible[2] && bounds[3] >= visible[3]
  );
}

/** Clusters what is in sight and as much again on every side: the cells stay few, however close one looks. */
export function levelAt(
  points: MapPoints,
  shown: Uint8Array,
  step: number,
  wholeScale: number,
  [left, top, right, bottom]: Bounds,
): Level {
  const cell = CELL_PX / (wholeScale * 2 ** (step / 2));
  const [width, height] = [right - left, bottom - top];
  const bounds: Bounds = [left - width, top - height, right + width, bottom + height];
  const clusters = clusterGrid(points.xs, points.ys, shown, cell, bounds);
  return { clusters, bounds, looks: new Map(), selected: new Map() };
}

/** Worked out once per cluster, and only for those that come into sight. */
export function lookOf(level: Level, cluster: number, data: MapData, colouring: Colouring): ClusterLook {
  const known = level.looks.get(cluster);
  if (known) return known;
  const counts = new Uint32Array(colouring.list.length);
  let potentialAmount = 0;
  const members = membersOf(level.clusters, cluster);
  for (const at of members) {
    const category = colouring.ofAccount[at] as number;
    counts[category] = (counts[category] as number) + 1;
    const amount = data.potentialAmounts[at] as number;
    if (!Number.isNaN(amount)) potentialAmount += amount;
  }
  const parts: ClusterLook['parts'] = [];
  for (let category = 0; category < counts.length; category++) {
    const accounts = counts[category] as number;
    if (accounts > 0) parts.push({ category, accounts });
  }
  parts.sort((a, b) => b.accounts - a.accounts || a.category - b.category);
  const look = { accounts: members.length, potentialAmount, parts };
  level.looks.set(cluster, look);
  return look;
}

/** How many accounts of a cluster are chosen. */
export function selectedIn(level: Level, cluster: number, chosen: Uint8Array): number {
  const known = level.selected.get(cluster);
  if (known !== undefined) return known;
  let count = 0;
  for (const at of membersOf(level.clusters, cluster)) count += chosen[at] as number;
  level.selected.set(cluster, count);
  return count;
}

/** Radius in pixels of a cluster by its accounts. */
export function clusterRadius(accounts: number): number {
  return accounts === 1 ? 4.5 : Math.min(22, 7 + 3.4 * Math.log10(accounts) * 1.35);
}
