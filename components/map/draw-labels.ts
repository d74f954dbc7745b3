import { type Bounds, overlaps, toScreen, type Viewport } from '#lib/geo/viewport.ts';
import type { Palette } from './palette.ts';
import type { Shape } from './shape.ts';

/** A name on the map: where it would like to stand, and what it says below. */
export type MapLabel = { shape: Shape; title: string; fact: string };

const PADDING = 5;

/** Draws names of regions on little plates, the first ones first; one that would cover another is left out. */
export function drawLabels(
  context: CanvasRenderingContext2D,
  labels: readonly MapLabel[],
  viewport: Viewport,
  visible: Bounds,
  palette: Palette,
  ratio: number,
): void {
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  const taken: Bounds[] = [];
  for (const { shape, title, fact } of labels) {
    const [px, py] = shape.anchor;
    if (!overlaps([px, py, px, py], visible)) continue;
    const [x, y] = toScreen(viewport, shape.anchor);
    context.font = `600 11px ${palette.font}`;
    const titleWidth = context.measureText(title).width;
    context.font = `400 11px ${palette.font}`;
    const width = Math.max(titleWidth, context.measureText(fact).width) + 2 * PADDING;
    const box: Bounds = [x - width / 2, y - 15, x + width / 2, y + 15];
    if (taken.some((other) => overlaps(other, box))) continue;
    taken.push(box);
    context.beginPath();
    context.roundRect(box[0], box[1], width, 30, 4);
    context.globalAlpha = 0.92;
    context.fillStyle = palette.raised;
    context.fill();
    context.globalAlpha = 1;
    context.strokeStyle = palette.line;
    context.lineWidth = 1;
    context.stroke();
    context.fillStyle = palette.text;
    context.font = `600 11px ${palette.font}`;
    context.fillText(title, x, y - 6);
    context.fillStyle = palette['text-2'];
    context.font = `400 11px ${palette.font}`;
    context.fillText(fact, x, y + 7);
  }
}
