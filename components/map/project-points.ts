import { type MapView, projectionOf } from './boundaries.ts';
import type { MapData } from './map-data.ts';

/** Where every account lies on a view, in map units; NaN = not known, or not on this view. */
export type MapPoints = { xs: Float32Array; ys: Float32Array; placed: number };

/**
 * Projects all accounts once per view; many share a point, so each place is worked out once. The US view has the accounts
 * of the United States only, not those that lie beyond a border.
 */
export function projectPoints(data: MapData, view: MapView): MapPoints {
  const { longitudes, latitudes, accounts, regions } = data;
  const isInView = [true, ...data.regionCodes.map((code) => view === 'world' || code.startsWith('US'))];
  const project = projectionOf(view);
  const xs = new Float32Array(accounts).fill(Number.NaN);
  const ys = new Float32Array(accounts).fill(Number.NaN);
  const known = new Map<number, readonly [number, number] | null>();
  let placed = 0;
  for (let at = 0; at < accounts; at++) {
    const longitude = longitudes[at] as number;
    const latitude = latitudes[at] as number;
    if (Number.isNaN(longitude) || Number.isNaN(latitude)) continue;
    if (!isInView[regions[at] as number]) continue;
    const key = Math.round((longitude + 180) * 1e4) * 2e6 + Math.round((latitude + 90) * 1e4);
    let point = known.get(key);
    if (point === undefined) {
      point = project([longitude, latitude]);
      known.set(key, point);
    }
    if (!point) continue;
    xs[at] = point[0];
    ys[at] = point[1];
    placed += 1;
  }
  return { xs, ys, placed };
}
