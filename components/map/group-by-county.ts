import { isInside } from '#lib/geo/polygon.ts';
import type { MapData } from './map-data.ts';
import type { MapPoints } from './project-points.ts';
import type { Grouping } from './region-tally.ts';
import type { Shape } from './shape.ts';

/** Groups the accounts of one state by the county that their point lies in; many share a point, each is asked once. */
export function groupByCounty(
  data: MapData,
  { xs, ys }: MapPoints,
  state: string,
  counties: readonly Shape[],
): Grouping {
  const region = data.regionCodes.indexOf(state) + 1;
  const known = new Map<string, number>();
  const ofAccount = new Int16Array(data.accounts).fill(-1);
  for (let at = 0; at < data.accounts; at++) {
    const x = xs[at] as number;
    const y = ys[at] as number;
    if (data.regions[at] !== region || Number.isNaN(x)) continue;
    const key = `${x} ${y}`;
    let county = known.get(key);
    if (county === undefined) {
      county = counties.findIndex(
        ({ bounds: [l, t, r, b], rings }) => x >= l && x <= r && y >= t && y <= b && isInside(rings, x, y),
      );
      known.set(key, county);
    }
    ofAccount[at] = county;
  }
  return { codes: counties.map(({ id }) => id), ofAccount };
}
