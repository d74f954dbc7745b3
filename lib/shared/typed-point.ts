import { normaliseCountry } from './countries.ts';
import { type Point, pointOfPlace } from './place-point.ts';
import { normaliseState } from './states.ts';

/** A point as people type it, with the name they gave it; null for bare coordinates. */
export type TypedPoint = Point & { name: string | null };

const COORDINATES = /^(-?\d{1,2}(?:\.\d+)?)\s*[,;\s]\s*(-?\d{1,3}(?:\.\d+)?)$/;

/**
 * Reads `47.61, -122.33`, a US postal code, or a city with its state or country (`Seattle, WA`, `Munich, Germany`).
 * null where no such place is known; nothing is guessed.
 */
export function readTypedPoint(text: string): TypedPoint | null {
  const typed = text.trim();
  const pair = COORDINATES.exec(typed);
  if (pair) {
    const [latitude, longitude] = [Number(pair[1]), Number(pair[2])];
    return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180
      ? { latitude, longitude, name: null }
      : null;
  }
  if (/^\d{5}$/.test(typed)) {
    const point = pointOfPlace({ country: 'US', state: null, city: null, postalCode: typed });
    return point && { ...point, name: typed };
  }
  const comma = typed.lastIndexOf(',');
  if (comma < 1) return null;
  const city = typed.slice(0, comma).split(',')[0]?.trim() ?? '';
  const region = typed.slice(comma + 1).trim();
  const state = normaliseState(region, null) ?? normaliseState(region, 'US');
  // `CA` is California beside a city there, else Canada.
  for (const place of [
    { country: null, state },
    { country: normaliseCountry(region), state: null },
  ]) {
    if (place.country === null && place.state === null) continue;
    const point = cityPoint(city, place);
    if (point) return { ...point, name: city };
  }
  return null;
}

function cityPoint(city: string, place: { country: string | null; state: string | null }): Point | null {
  const point = pointOfPlace({ ...place, city, postalCode: null });
  if (place.state === null || point === null) return point;
  // Without the city a state answers with its own middle, which is not what was asked for.
  const middle = pointOfPlace({ ...place, city: null, postalCode: null });
  return middle?.latitude === point.latitude && middle.longitude === point.longitude ? null : point;
}
