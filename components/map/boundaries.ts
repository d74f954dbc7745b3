import { geoAlbersUsa, geoEqualEarth, geoPath, type GeoProjection } from 'd3-geo';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { stateLabel } from '#lib/shared/states.ts';
import { countryLabel } from '#lib/shared/countries.ts';
import type { Bounds } from '#lib/geo/viewport.ts';
import { countryOfBoundary, stateOfBoundary } from './region-names.ts';
import { type Shape, shapeOf, shapeSink } from './shape.ts';

export type MapView = 'us' | 'world';

/** Map units of each view: that in which the US boundaries are drawn already, and the world in the same width. */
export const viewBounds: Record<MapView, Bounds> = { us: [0, 0, 975, 610], world: [0, 0, 975, 475] };

/** How the US boundaries were projected (us-atlas: `-albers-` files). */
const usProjection = geoAlbersUsa().scale(1300).translate([487.5, 305]);
const worldProjection = geoEqualEarth().fitExtent(
  [
    [0, 0],
    [975, 475],
  ],
  { type: 'Sphere' },
);

export function projectionOf(view: MapView): GeoProjection {
  return view === 'us' ? usProjection : worldProjection;
}

type Named = { name: string };
type Read = (name: string, id: string) => { code: string | null; label: string };

const SLICE_MS = 12;

/** Shapes of one object of a topology. Works in slices, so that a large one does not hold up the page. */
async function shapesOf(
  topology: Topology,
  object: string,
  projection: GeoProjection | null,
  read: Read,
): Promise<Shape[]> {
  const collection = topology.objects[object] as GeometryCollection<Named>;
  const shapes: Shape[] = [];
  let since = performance.now();
  for (const { id, properties, geometry } of feature(topology, collection).features) {
    const sink = shapeSink();
    geoPath(projection, sink)(geometry);
    const shape = shapeOf(sink, { id: String(id), ...read(properties.name, String(id)) });
    if (shape) shapes.push(shape);
    if (performance.now() - since < SLICE_MS) continue;
    await new Promise((resolve) => setTimeout(resolve));
    since = performance.now();
  }
  return shapes;
}

const readCountry: Read = (name) => {
  const code = countryOfBoundary(name);
  return { code, label: code === null ? name : countryLabel(code) };
};
const readState: Read = (name) => {
  const code = stateOfBoundary(name);
  return { code, label: code === null ? name : stateLabel(code) };
};
const readCounty: Read = (name, id) => ({ code: id, label: name });

const loaders = {
  states: async () => {
    const { default: topology } = await import('us-atlas/states-albers-10m.json');
    return shapesOf(topology as unknown as Topology, 'states', null, readState);
  },
  counties: async () => {
    const { default: topology } = await import('us-atlas/counties-albers-10m.json');
    return shapesOf(topology as unknown as Topology, 'counties', null, readCounty);
  },
  countries: async () => {
    const { default: topology } = await import('world-atlas/countries-110m.json');
    return shapesOf(topology as unknown as Topology, 'countries', worldProjection, readCountry);
  },
  countriesClose: async () => {
    const { default: topology } = await import('world-atlas/countries-50m.json');
    return shapesOf(topology as unknown as Topology, 'countries', worldProjection, readCountry);
  },
};

export type Boundaries = keyof typeof loaders;

const loading = new Map<Boundaries, Promise<Shape[]>>();

/** Boundaries, read once and kept. They come as files of their own, asked for by the map alone. */
export function loadShapes(name: Boundaries): Promise<Shape[]> {
  const known = loading.get(name);
  if (known) return known;
  const started = loaders[name]();
  loading.set(name, started);
  started.catch(() => loading.delete(name));
  return started;
}
