import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import atlas from 'us-atlas/counties-10m.json' with { type: 'json' };
import { normaliseState } from '#lib/shared/states.ts';
import { boundsOfRing, isInside, type Ring } from '#lib/geo/polygon.ts';
import type { Bounds } from '#lib/geo/viewport.ts';

/** A county of the United States by its five FIPS digits; `state` as ISO 3166-2 (`US-WA`). */
export type County = { id: string; name: string; state: string };
type Drawn = County & { bounds: Bounds; rings: Ring[] };

/** Counties by every whole degree that they touch, so that a point is held against a handful only. */
let grid: { counties: Drawn[]; cells: Map<string, Drawn[]> } | undefined;
const known = new Map<string, string | null>();
const MOST_KNOWN = 200_000;

/**
 * FIPS digits of the county that a point (degrees) lies in, null outside the United States and on islands that the
 * boundaries leave out: no nearest one is guessed. Boundaries: US Census, 1:10m.
 */
export function countyAt(latitude: number, longitude: number): string | null {
  const key = `${latitude} ${longitude}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const near = read().cells.get(cellOf(longitude, latitude)) ?? [];
  const county = near.find(
    ({ bounds: [l, t, r, b], rings }) =>
      longitude >= l &&
      longitude <= r &&
      latitude >= t &&
      latitude <= b &&
      isInside(rings, longitude, latitude),
  );
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(key, county?.id ?? null);
  return county?.id ?? null;
}

/** The counties of a state (`US-WA`), by name. */
export function countiesOf(state: string): County[] {
  return read()
    .counties.filter((county) => county.state === state)
    .map(({ id, name }) => ({ id, name, state }))
    .sort((a, b) => a.name.localeCompare(b.name));
}

const cellOf = (longitude: number, latitude: number) => `${Math.floor(longitude)} ${Math.floor(latitude)}`;

function read(): NonNullable<typeof grid> {
  if (grid) return grid;
  const topology = atlas as unknown as Topology;
  const named = (object: string) =>
    feature(topology, topology.objects[object] as GeometryCollection<{ name: string }>).features;
  const states = new Map(
    named('states').map(({ id, properties }) => [String(id), normaliseState(properties.name, 'US')]),
  );
  const counties = named('counties').flatMap(({ id, properties, geometry }): Drawn[] => {
    const state = states.get(String(id).slice(0, 2));
    if (!state || (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon')) return [];
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    const rings = polygons.flat().map((ring) => ring.flatMap(([x = 0, y = 0]) => [x, y]));
    return [{ id: String(id), name: properties.name, state, bounds: boundsOfRing(rings.flat()), rings }];
  });
  const cells = new Map<string, Drawn[]>();
  for (const county of counties) {
    const [left, top, right, bottom] = county.bounds.map(Math.floor) as [number, number, number, number];
    for (let x = left; x <= right; x++) {
      for (let y = top; y <= bottom; y++) {
        const cell = cells.get(`${x} ${y}`) ?? [];
        cell.push(county);
        cells.set(`${x} ${y}`, cell);
      }
    }
  }
  grid = { counties, cells };
  return grid;
}
