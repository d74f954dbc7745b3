import { cityPoints } from './city-points.ts';
import { isCountryCode, placeKey } from './countries.ts';
import { statePoints } from './state-points.ts';
import { countryOfState } from './states.ts';
import { usPostalPoints } from './us-postal-points.ts';

/** Degrees, north and east positive. */
export type Point = { latitude: number; longitude: number };

/** Country and state as stored (`US`, `US-WA`), the rest as typed; null = unknown. */
export type Place = {
  country: string | null;
  state: string | null;
  city: string | null;
  postalCode: string | null;
};

const toPoint = (latitude = '', longitude = ''): Point => ({
  latitude: Number(latitude),
  longitude: Number(longitude),
});

const rowsOf = (table: string): string[] => table.split(/[;\n]/).flatMap((row) => row.trim() || []);

const byPostalPrefix = new Map(
  rowsOf(usPostalPoints).map((row) => {
    const [prefix = '', latitude, longitude] = row.split(' ');
    return [prefix, toPoint(latitude, longitude)] as const;
  }),
);

const byState = new Map<string, Point>(
  Object.entries(statePoints).flatMap(([country, table]) =>
    rowsOf(table).map((row) => {
      const [code = '', latitude, longitude] = row.split(' ');
      return [`${country}-${code}`, toPoint(latitude, longitude)] as const;
    }),
  ),
);

type City = { state: string | null; point: Point };

const byCity = new Map<string, City[]>();
for (const line of cityPoints.trim().split(/\n(?=[A-Z]{2}\|)/)) {
  const [country = '', rows = ''] = line.split('|');
  for (const row of rowsOf(rows)) {
    const [state = '', names = '', latitude, longitude] = row.split(',');
    const city = { state: state === '-' ? null : `${country}-${state}`, point: toPoint(latitude, longitude) };
    for (const key of new Set(names.split('/').map(placeKey))) {
      const cities = byCity.get(`${country} ${key}`) ?? [];
      byCity.set(`${country} ${key}`, [...cities, city]);
    }
  }
}

function pointOfPostalCode(country: string, code: string): Point | null {
  const prefix = country === 'US' ? /^(\d{3})\d{2}(?:-?\d{4})?$/.exec(code.trim())?.[1] : undefined;
  return (prefix !== undefined && byPostalPrefix.get(prefix)) || null;
}

/** A name that several places of the country bear says nothing without its state. */
function pointOfCity(country: string, state: string | null, city: string): Point | null {
  const named = byCity.get(`${country} ${placeKey(city)}`) ?? [];
  const fitting = named.filter((one) => state === null || one.state === null || one.state === state);
  return fitting.length === 1 ? (fitting[0]?.point ?? null) : null;
}

/**
 * Where a place lies: the middle of its postal code's area (US codes are known), else its city, else the centroid of
 * its state. null where none of these is known: a country's middle says too little about an account. A city or code
 * counts only with its country, or a state that names it.
 */
export function pointOfPlace(place: Place): Point | null {
  const { state, city, postalCode } = place;
  const country =
    place.country !== null && isCountryCode(place.country)
      ? place.country
      : state === null
        ? null
        : countryOfState(state);
  if (country === null) return null;
  const byCode = postalCode === null ? null : pointOfPostalCode(country, postalCode);
  const named = byCode ?? (city === null ? null : pointOfCity(country, state, city));
  if (named !== null || state === null || countryOfState(state) !== country) return named;
  return byState.get(state) ?? null;
}
