import { boundsOfRing } from '#lib/geo/polygon.ts';
import type { Bounds, XY } from '#lib/geo/viewport.ts';

/** One country, state or county, drawn flat. Coordinates are map units of its view. */
export type Shape = {
  /** ISO code (`US-WA`), or the five digits of a county; null = land that is no region of its own. */
  code: string | null;
  /** The number that the boundaries give it: FIPS within the United States, ISO in the world. */
  id: string;
  label: string;
  path: Path2D;
  rings: Float64Array[];
  bounds: Bounds;
  /** Where its name stands: the middle of its largest part. */
  anchor: XY;
};

export type ShapeSink = ReturnType<typeof shapeSink>;

/** What d3-geo draws on: gathers rings, and a path that a canvas can fill at any scale. */
export function shapeSink() {
  const path = new Path2D();
  const rings: Float64Array[] = [];
  let points: number[] = [];
  function finish(): void {
    if (points.length >= 6) rings.push(Float64Array.from(points));
    points = [];
  }
  return {
    path,
    rings,
    finish,
    moveTo(x: number, y: number): void {
      finish();
      points.push(x, y);
      path.moveTo(x, y);
    },
    lineTo(x: number, y: number): void {
      points.push(x, y);
      path.lineTo(x, y);
    },
    closePath(): void {
      path.closePath();
      finish();
    },
    beginPath(): void {},
    arc(): void {},
  };
}

/** A shape from what was drawn; null when nothing of it lies on the map. */
export function shapeOf(sink: ShapeSink, names: Pick<Shape, 'code' | 'id' | 'label'>): Shape | null {
  sink.finish();
  if (sink.rings.length === 0) return null;
  const parts = sink.rings.map((ring) => ({ ring, bounds: boundsOfRing(ring) }));
  const area = ({ bounds: [l, t, r, b] }: (typeof parts)[number]) => (r - l) * (b - t);
  const largest = parts.reduce((best, part) => (area(part) > area(best) ? part : best));
  return {
    ...names,
    path: sink.path,
    rings: sink.rings,
    bounds: parts.reduce<Bounds>(
      ([l, t, r, b], { bounds }) => [
        Math.min(l, bounds[0]),
        Math.min(t, bounds[1]),
        Math.max(r, bounds[2]),
        Math.max(b, bounds[3]),
      ],
      [Infinity, Infinity, -Infinity, -Infinity],
    ),
    anchor: middleOf(largest.ring),
  };
}

/** The centroid of a ring by its area. */
function middleOf(ring: Float64Array): XY {
  let [doubled, x, y] = [0, 0, 0];
  for (let at = 0, last = ring.length - 2; at < ring.length; last = at, at += 2) {
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = [ring[last], ring[last + 1], ring[at], ring[at + 1]];
    const cross = x1 * y2 - x2 * y1;
    doubled += cross;
    x += (x1 + x2) * cross;
    y += (y1 + y2) * cross;
  }
  if (doubled === 0) return [ring[0] ?? 0, ring[1] ?? 0];
  return [x / (3 * doubled), y / (3 * doubled)];
}
