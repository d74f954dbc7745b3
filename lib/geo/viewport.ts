/** Where a flat map stands on the screen: a point of the map is drawn at `point × scale + (x, y)` pixels. */
export type Viewport = { scale: number; x: number; y: number };
export type Size = { width: number; height: number };
/** Left, top, right, bottom. */
export type Bounds = readonly [number, number, number, number];
export type XY = readonly [number, number];

/** How much closer than the whole map one may look. */
const MOST_ZOOM = 400;

/** The viewport that shows `bounds` whole and in the middle, with `padding` pixels around. */
export function fitBounds(bounds: Bounds, size: Size, padding = 12): Viewport {
  const [left, top, right, bottom] = bounds;
  const room = { width: size.width - 2 * padding, height: size.height - 2 * padding };
  const scale = Math.max(1e-6, Math.min(room.width / (right - left), room.height / (bottom - top)));
  return {
    scale,
    x: size.width / 2 - (scale * (left + right)) / 2,
    y: size.height / 2 - (scale * (top + bottom)) / 2,
  };
}

export function toScreen({ scale, x, y }: Viewport, [px, py]: XY): XY {
  return [px * scale + x, py * scale + y];
}

export function toMap({ scale, x, y }: Viewport, [sx, sy]: XY): XY {
  return [(sx - x) / scale, (sy - y) / scale];
}

export function panBy(viewport: Viewport, dx: number, dy: number): Viewport {
  return { ...viewport, x: viewport.x + dx, y: viewport.y + dy };
}

/** Zooms by `factor` so that what lies under `at` (pixels) stays there. */
export function zoomAt(viewport: Viewport, factor: number, [sx, sy]: XY): Viewport {
  const { scale, x, y } = viewport;
  return { scale: scale * factor, x: sx - (sx - x) * factor, y: sy - (sy - y) * factor };
}

/** Keeps a viewport within reach of the map: not smaller than the whole of it, not closer than 400 times, never off the screen. */
export function keepInside(viewport: Viewport, bounds: Bounds, size: Size): Viewport {
  const whole = fitBounds(bounds, size);
  const scale = Math.min(Math.max(viewport.scale, whole.scale), whole.scale * MOST_ZOOM);
  const middle: XY = [size.width / 2, size.height / 2];
  const zoomed = scale === viewport.scale ? viewport : zoomAt(viewport, scale / viewport.scale, middle);
  const [left, top, right, bottom] = bounds;
  const [centreX, centreY] = toMap(zoomed, middle);
  return {
    scale,
    x: middle[0] - Math.min(Math.max(centreX, left), right) * scale,
    y: middle[1] - Math.min(Math.max(centreY, top), bottom) * scale,
  };
}

/** The part of the map that is on the screen. */
export function visibleBounds(viewport: Viewport, size: Size): Bounds {
  const [left, top] = toMap(viewport, [0, 0]);
  const [right, bottom] = toMap(viewport, [size.width, size.height]);
  return [left, top, right, bottom];
}

export function overlaps(a: Bounds, b: Bounds): boolean {
  return a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];
}
