import { clustersWithin } from '#lib/geo/cluster-grid.ts';
import { type Bounds, toScreen, type Viewport } from '#lib/geo/viewport.ts';
import { formatNumber } from '#lib/shared/format.ts';
import { clusterRadius, type ClusterLook, type Level, lookOf, selectedIn } from './cluster-looks.ts';
import type { Colouring } from './colouring.ts';
import type { MapData } from './map-data.ts';
import type { Palette } from './palette.ts';

export type PointLook = {
  data: MapData;
  colouring: Colouring;
  level: Level;
  chosen: Uint8Array;
  /** Index of the category of accounts that nobody has, drawn on top; −1 = none. */
  openCategory: number;
};

/** A cluster as it stands on the screen, for hit tests. */
export type Spot = { cluster: number; x: number; y: number; radius: number };

/**
 * Draws the clusters in sight and returns where they stand. A ring shows the categories by share, the number how many
 * accounts; those with accounts that nobody has come last, on top. What is chosen has a second ring.
 */
export function drawClusters(
  context: CanvasRenderingContext2D,
  look: PointLook,
  viewport: Viewport,
  visible: Bounds,
  palette: Palette,
  ratio: number,
): Spot[] {
  const { data, colouring, level, chosen, openCategory } = look;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  const found = clustersWithin(level.clusters, visible).map((cluster) => {
    const one = lookOf(level, cluster, data, colouring);
    const [x, y] = toScreen(viewport, [level.clusters.xs[cluster] ?? 0, level.clusters.ys[cluster] ?? 0]);
    const isOpen = openCategory >= 0 && one.parts.some(({ category }) => category === openCategory);
    return { one, isOpen, spot: { cluster, x, y, radius: clusterRadius(one.accounts) } };
  });
  found.sort((a, b) => Number(a.isOpen) - Number(b.isOpen));
  for (const { one, spot } of found) {
    if (one.accounts === 1) drawDot(context, one, spot, look, palette);
    else drawRing(context, one, spot, look, palette);
    const selected = selectedIn(level, spot.cluster, chosen);
    if (selected > 0) drawChosen(context, spot, selected / one.accounts, palette);
  }
  return found.map(({ spot }) => spot);
}

const TURN = Math.PI * 2;
const TOP = -Math.PI / 2;

function drawDot(
  context: CanvasRenderingContext2D,
  { parts }: ClusterLook,
  { x, y, radius }: Spot,
  { colouring, openCategory }: PointLook,
  palette: Palette,
): void {
  const category = parts[0]?.category ?? 0;
  const colour = palette[colouring.list[category]?.colour ?? 'chart-ink'];
  context.beginPath();
  context.arc(x, y, radius, 0, TURN);
  context.fillStyle = category === openCategory ? palette.panel : colour;
  context.fill();
  // Hollow where nobody has it: the form says so, not the colour alone.
  context.strokeStyle = category === openCategory ? palette['caution-ink'] : palette.panel;
  context.lineWidth = category === openCategory ? 2.5 : 1.25;
  context.stroke();
}

function drawRing(
  context: CanvasRenderingContext2D,
  { accounts, parts }: ClusterLook,
  { x, y, radius }: Spot,
  { colouring }: PointLook,
  palette: Palette,
): void {
  context.beginPath();
  context.arc(x, y, radius, 0, TURN);
  context.fillStyle = palette.panel;
  context.fill();
  let from = TOP;
  context.lineWidth = 4;
  for (const { category, accounts: part } of parts) {
    const to = from + (TURN * part) / accounts;
    context.beginPath();
    context.arc(x, y, radius - 1.5, from, to);
    context.strokeStyle = palette[colouring.list[category]?.colour ?? 'chart-ink'];
    context.stroke();
    from = to;
  }
  context.font = `500 ${radius > 15 ? 11 : 10}px ${palette.font}`;
  context.fillStyle = palette.text;
  context.fillText(formatNumber(accounts, { compact: accounts > 999 }), x, y + 0.5);
}

function drawChosen(
  context: CanvasRenderingContext2D,
  { x, y, radius }: Spot,
  share: number,
  palette: Palette,
): void {
  context.beginPath();
  context.arc(x, y, radius + 2.5, TOP, TOP + TURN * share);
  context.strokeStyle = palette.accent;
  context.lineWidth = 2.5;
  context.stroke();
}
