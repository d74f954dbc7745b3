import { type MapView, projectionOf } from './boundaries.ts';
import type { MapData } from './map-data.ts';

/** Where every account lies on a view, in map units; NaN = not known, or not on this view. */
export type MapPoints = { xs: Float32Array; ys: Float32Array };

/** Projects all accounts once per view. The US view has the accounts of the United States, not those beyond a border. */
export function projectPoints(data: MapData, view: MapView): MapPoints {
  const { longitudes, latitudes, accounts, regions } = data;
  const isInView = [true, ...data.regionCodes.map((code) => view === 'world' || code.startsWith('US'))];
  const project = projectionOf(view);
  const xs = new Float32Array(accounts).fill(Number.NaN);
  const ys = new Float32Array(accounts).fill(Number.NaN);
  for (let at = 0; at < accounts; at++) {
    const longitude = longitudes[at] as number;
    const latitude = latitudes[at] as number;
    if (Number.isNaN(longitude) || Number.isNaN(latitude) || !isInView[regions[at] as number]) continue;
    const point = project([longitude, latitude]);
    if (!point) continue;
    xs[at] = point[0];
    ys[at] = point[1];
  }
  return { xs, ys };
}
