'use client';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import type { Clusters } from '#lib/geo/cluster-grid.ts';
import { toMap, visibleBounds, type XY } from '#lib/geo/viewport.ts';
import { closeness, knowsAll, type Level, levelAt } from './cluster-looks.ts';
import type { Colouring } from './colouring.ts';
import { drawClusters, type Spot } from './draw-clusters.ts';
import { drawLabels, type MapLabel } from './draw-labels.ts';
import { drawRegions } from './draw-regions.ts';
import type { MapData } from './map-data.ts';
import type { Palette } from './palette.ts';
import type { MapPoints } from './project-points.ts';
import { regionFills } from './region-paint.ts';
import type { RegionTally } from './region-tally.ts';
import type { Shape } from './shape.ts';
import type { ViewportControl } from './use-viewport.ts';

/** Everything that the map shows, ready to be drawn. */
export type SceneInput = {
  data: MapData;
  points: MapPoints;
  shown: Uint8Array;
  chosen: Uint8Array;
  colouring: Colouring;
  tallies: readonly RegionTally[];
  shapes: readonly Shape[];
  outlines: readonly Shape[];
  labels: readonly MapLabel[];
  /** Clusters, or areas with their names. */
  hasPoints: boolean;
  palette: Palette | null;
};

/** What lies under a place on the screen. */
export type Hit =
  | { kind: 'cluster'; cluster: number; level: Level; clusters: Clusters; spot: Spot }
  | { kind: 'region'; shape: Shape };

/** Draws the map on a canvas, at most once a frame, and says what lies under the pointer. */
export function useScene(viewport: ViewportControl, input: SceneInput) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { data, points, shown, chosen, colouring, tallies, shapes, outlines, labels, hasPoints, palette } =
    input;
  const { size, wholeScale, current, onMove } = viewport;
  const hovered = useRef<string | null>(null);
  const spots = useRef<Spot[]>([]);
  const line = useRef<readonly XY[] | null>(null);
  const frame = useRef(0);
  const drawn = useRef<Level | null>(null);

  // Clusters by closeness live as long as the accounts that are shown, and their looks as long as the colours.
  const levels = useMemo(
    () => ({ of: [points, shown, colouring, wholeScale], byStep: new Map<number, Level>() }),
    [points, shown, colouring, wholeScale],
  );
  const wholes = useMemo(
    () => new Set(tallies.filter((tally) => tally.selected === tally.accounts).map(({ code }) => code)),
    [tallies],
  );
  const fills = useMemo(() => {
    if (!palette || typeof document === 'undefined') return new Map();
    const context = document.createElement('canvas').getContext('2d');
    return context ? regionFills(context, tallies, colouring, palette) : new Map();
  }, [tallies, colouring, palette]);

  const draw = useCallback(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context || !palette || size.width === 0) return;
    const ratio = Math.min(2, window.devicePixelRatio || 1);
    const [width, height] = [Math.round(size.width * ratio), Math.round(size.height * ratio)];
    if (element.width !== width || element.height !== height) {
      element.width = width;
      element.height = height;
    }
    const view = current();
    const visible = visibleBounds(view, size);
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, width, height);
    const regions = { shapes, fills, chosen: wholes, outlines, hovered: hovered.current };
    drawRegions(context, regions, view, visible, palette, ratio);
    spots.current = [];
    if (hasPoints) {
      const step = closeness(view.scale, wholeScale);
      const known = levels.byStep.get(step);
      const level =
        known && knowsAll(known, visible) ? known : levelAt(points, shown, step, wholeScale, visible);
      levels.byStep.set(step, level);
      drawn.current = level;
      const openCategory = colouring.list.findIndex(({ key }) => key === 'unassigned' || key === 'nobody');
      const look = { data, colouring, level, chosen, openCategory };
      spots.current = drawClusters(context, look, view, visible, palette, ratio);
    } else drawLabels(context, labels, view, visible, palette, ratio);
    drawLine(context, line.current, palette, ratio);
  }, [
    canvas,
    palette,
    size,
    current,
    shapes,
    fills,
    wholes,
    outlines,
    hasPoints,
    wholeScale,
    levels,
    points,
    shown,
    colouring,
    data,
    chosen,
    labels,
  ]);

  const request = useCallback(() => {
    cancelAnimationFrame(frame.current);
    frame.current = requestAnimationFrame(draw);
  }, [draw]);

  useEffect(() => {
    // What is chosen is counted per cluster once and anew after every change.
    for (const level of levels.byStep.values()) level.selected.clear();
    request();
    const stop = onMove(request);
    return () => {
      stop();
      cancelAnimationFrame(frame.current);
    };
  }, [request, onMove, levels, chosen]);

  const hit = useCallback(
    ([x, y]: XY, kind?: 'region'): Hit | null => {
      const level = drawn.current;
      const spot =
        kind === 'region'
          ? undefined
          : spots.current.findLast((one) => Math.hypot(one.x - x, one.y - y) <= one.radius + 3);
      if (spot && level)
        return { kind: 'cluster', cluster: spot.cluster, level, clusters: level.clusters, spot };
      const context = canvas.current?.getContext('2d');
      if (!context) return null;
      const [px, py] = toMap(current(), [x, y]);
      context.setTransform(1, 0, 0, 1, 0, 0);
      const shape = shapes.find(
        ({ bounds: [l, t, r, b], path }) =>
          px >= l && px <= r && py >= t && py <= b && context.isPointInPath(path, px, py),
      );
      return shape ? { kind: 'region', shape } : null;
    },
    [canvas, current, shapes],
  );
  return {
    canvas,
    hit,
    setHovered: useCallback(
      (code: string | null) => {
        if (hovered.current === code) return;
        hovered.current = code;
        request();
      },
      [request],
    ),
    setLine: useCallback(
      (next: readonly XY[] | null) => {
        line.current = next;
        request();
      },
      [request],
    ),
  };
}

function drawLine(
  context: CanvasRenderingContext2D,
  line: readonly XY[] | null,
  palette: Palette,
  ratio: number,
): void {
  if (!line || line.length < 2) return;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.beginPath();
  for (const [x, y] of line) context.lineTo(x, y);
  context.closePath();
  context.fillStyle = palette.accent;
  context.globalAlpha = 0.12;
  context.fill();
  context.globalAlpha = 1;
  context.strokeStyle = palette.accent;
  context.lineWidth = 1.5;
  context.setLineDash([5, 3]);
  context.stroke();
  context.setLineDash([]);
}
