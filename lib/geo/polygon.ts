import type { Bounds, XY } from './viewport.ts';

/** A closed line as flat coordinates: x0, y0, x1, y1, … The last point joins the first. */
export type Ring = Float64Array | readonly number[];

export function boundsOfRing(ring: Ring): Bounds {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let at = 0; at < ring.length; at += 2) {
    const x = ring[at] as number;
    const y = ring[at + 1] as number;
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < top) top = y;
    if (y > bottom) bottom = y;
  }
  return [left, top, right, bottom];
}

/**
 * Whether a point lies inside rings, by the even-odd rule: a hole is a ring inside another, a line that crosses itself
 * encloses what it goes round once. Crossings of a ray to the right (Shimrat 1962, CACM algorithm 112).
 */
export function isInside(rings: readonly Ring[], x: number, y: number): boolean {
  let inside = false;
  for (const ring of rings) {
    const { length } = ring;
    for (let at = 0, last = length - 2; at < length; last = at, at += 2) {
      const y1 = ring[at + 1] as number;
      const y2 = ring[last + 1] as number;
      if (y1 > y === y2 > y) continue;
      const x1 = ring[at] as number;
      const x2 = ring[last] as number;
      if (x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
    }
  }
  return inside;
}

/** Indexes of the points inside one ring. Points that are not a number lie nowhere. */
export function pointsInside(ring: Ring, xs: ArrayLike<number>, ys: ArrayLike<number>): number[] {
  const [left, top, right, bottom] = boundsOfRing(ring);
  const found: number[] = [];
  for (let at = 0; at < xs.length; at++) {
    const x = xs[at] as number;
    const y = ys[at] as number;
    if (x >= left && x <= right && y >= top && y <= bottom && isInside([ring], x, y)) found.push(at);
  }
  return found;
}

/** Drops points of a drawn line that lie closer than `step` to the one before, so that a slow hand does not cost time. */
export function thinned(line: readonly XY[], step: number): XY[] {
  const kept: XY[] = [];
  for (const point of line) {
    const last = kept.at(-1);
    if (!last || Math.hypot(point[0] - last[0], point[1] - last[1]) >= step) kept.push(point);
  }
  return kept;
}
