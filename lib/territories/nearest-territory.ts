import { isCountryCode, regionOfCountry } from '#lib/shared/countries.ts';
import { parsePlaceCode } from '#lib/shared/place-code.ts';

export type PlacedTerritory = { id: number; places: readonly string[] };

/**
 * The territory of places that a country or state goes with best: the one with most places of the same country, else
 * with most countries of the same sales region; the earlier of equals, null where none is near.
 */
export function nearestTerritory(place: string, territories: readonly PlacedTerritory[]): number | null {
  const country = place.slice(0, 2);
  const region = isCountryCode(country) ? regionOfCountry(country) : null;
  const isNear = [
    (code: string) => countryOf(code) === country,
    (code: string) => region !== null && isCountryCode(code) && regionOfCountry(code) === region,
  ];
  for (const near of isNear) {
    const [best] = territories
      .map(({ id, places }) => ({ id, count: places.filter(near).length }))
      .filter(({ count }) => count > 0)
      .sort((a, b) => b.count - a.count);
    if (best) return best.id;
  }
  return null;
}

/** Two letters of the country in which a place lies; null of a circle, which may lie in several. */
function countryOf(code: string): string | null {
  const place = parsePlaceCode(code);
  if (place?.kind === 'area') return code.slice(0, 2);
  if (place?.kind === 'county') return 'US';
  return place?.kind === 'postal' ? place.country : null;
}
