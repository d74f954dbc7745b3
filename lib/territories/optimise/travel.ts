import type { GeoPoint } from './input.ts';

const earthRadiusKm = 6371;

/** Points on the unit sphere, x, y, z each; NaN where a place is not known. */
export function sphereOf(places: readonly (GeoPoint | null)[]): Float64Array {
  const sphere = new Float64Array(places.length * 3).fill(Number.NaN);
  places.forEach((place, index) => {
    if (!place) return;
    const latitude = (place.latitude * Math.PI) / 180;
    const longitude = (place.longitude * Math.PI) / 180;
    sphere[index * 3] = Math.cos(latitude) * Math.cos(longitude);
    sphere[index * 3 + 1] = Math.cos(latitude) * Math.sin(longitude);
    sphere[index * 3 + 2] = Math.sin(latitude);
  });
  return sphere;
}

/** Kilometres along the great circle; NaN when a place is not known. */
export function kmBetween(one: Float64Array, a: number, two: Float64Array, b: number): number {
  const dot =
    one[a * 3]! * two[b * 3]! + one[a * 3 + 1]! * two[b * 3 + 1]! + one[a * 3 + 2]! * two[b * 3 + 2]!;
  return earthRadiusKm * Math.acos(dot > 1 ? 1 : dot < -1 ? -1 : dot);
}

/** The middle of places on the sphere; null when none is known, or they lie all round it. */
export function middleOf(places: readonly (GeoPoint | null)[]): GeoPoint | null {
  const sphere = sphereOf(places.filter((place) => place !== null));
  const sum = [0, 0, 0];
  sphere.forEach((value, at) => (sum[at % 3]! += value));
  const [x, y, z] = sum as [number, number, number];
  if (Math.hypot(x, y, z) < 1e-9) return null;
  const degrees = 180 / Math.PI;
  return { latitude: Math.atan2(z, Math.hypot(x, y)) * degrees, longitude: Math.atan2(y, x) * degrees };
}
