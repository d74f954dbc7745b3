/** Degrees, north and east positive. */
export type Position = { latitude: number; longitude: number };

/** Mean radius of the earth (IUGG). */
const EARTH_RADIUS_KM = 6371.0088;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Kilometres between two points as the crow flies (haversine; within 0.5 % of the ellipsoid). */
export function distanceKm(a: Position, b: Position): number {
  const rise = Math.sin(radians(b.latitude - a.latitude) / 2);
  const run = Math.sin(radians(b.longitude - a.longitude) / 2);
  const share = rise * rise + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * run * run;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(share)));
}
