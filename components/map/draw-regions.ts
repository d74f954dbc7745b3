import { overlaps, type Viewport, type Bounds } from '#lib/geo/viewport.ts';
import type { Palette } from './palette.ts';
import { steadyPattern } from './patterns.ts';
import type { RegionFill } from './region-paint.ts';
import type { Shape } from './shape.ts';

export type RegionLook = {
  shapes: readonly Shape[];
  fills: ReadonlyMap<string, RegionFill>;
  /** Codes of regions all of whose shown accounts are chosen. */
  chosen: ReadonlySet<string>;
  /** Drawn with a border of their own over everything, such as states over counties. */
  outlines: readonly Shape[];
  hovered: string | null;
};

/** Draws the regions on the screen: ground, fill, borders, then the outlines of what is chosen or pointed at. */
export function drawRegions(
  context: CanvasRenderingContext2D,
  look: RegionLook,
  { scale, x, y }: Viewport,
  visible: Bounds,
  palette: Palette,
  ratio: number,
): void {
  context.setTransform(ratio * scale, 0, 0, ratio * scale, ratio * x, ratio * y);
  context.lineJoin = 'round';
  const seen = look.shapes.filter((shape) => overlaps(shape.bounds, visible));
  context.strokeStyle = palette['map-line'];
  context.lineWidth = 0.8 / scale;
  for (const shape of seen) {
    context.fillStyle = palette['map-none'];
    context.fill(shape.path);
    const region = shape.code === null ? undefined : look.fills.get(shape.code);
    if (region) fillRegion(context, shape, region, scale);
    context.stroke(shape.path);
  }
  context.strokeStyle = palette['text-3'];
  context.lineWidth = 1 / scale;
  for (const shape of look.outlines) if (overlaps(shape.bounds, visible)) context.stroke(shape.path);
  for (const shape of seen) {
    if (shape.code === null) continue;
    const isChosen = look.chosen.has(shape.code);
    if (!isChosen && look.hovered !== shape.code) continue;
    context.strokeStyle = isChosen ? palette.accent : palette['text-2'];
    context.lineWidth = (isChosen ? 2 : 1.25) / scale;
    context.stroke(shape.path);
  }
}

function fillRegion(
  context: CanvasRenderingContext2D,
  { path }: Shape,
  { fill, alpha, hatch }: RegionFill,
  scale: number,
): void {
  steadyPattern(fill, scale);
  context.globalAlpha = alpha;
  context.fillStyle = fill;
  context.fill(path);
  context.globalAlpha = 1;
  if (hatch === null) return;
  steadyPattern(hatch, scale);
  context.fillStyle = hatch;
  context.fill(path);
}
