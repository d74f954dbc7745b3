import { countyAt } from './counties.ts';
import { distanceKm } from '#lib/geo/great-circle.ts';
import { foldPostalCode, type ParsedPlace, parsePlaceCode } from '#lib/shared/place-code.ts';
import type { PlanAccount } from './plan-model.ts';

type Located = Pick<PlanAccount, 'country' | 'state' | 'postalCode' | 'latitude' | 'longitude'>;

/**
 * Finds which of these places an account lies in, null for none: states and countries are looked at before counties and
 * postal codes, those before circles. A state names its part of a country, a country all of it; a postal code counts
 * only with its country. A county goes by the point, within the state that is recorded: an account that is said to be
 * in another one lies in none, as the map counts it. An account without the fact that a place asks about does not lie
 * there; a point off the coast of the boundaries lies in no county.
 */
export function placeFinder(places: ReadonlySet<string>): (account: Located) => string | null {
  const areas = new Set<string>();
  const counties = new Map<string, { code: string; state: string }>();
  const postal: { code: string; country: string; prefix: string }[] = [];
  const circles: ({ code: string } & Extract<ParsedPlace, { kind: 'radius' }>)[] = [];
  for (const code of places) {
    const place = parsePlaceCode(code);
    if (place?.kind === 'area') areas.add(place.code);
    if (place?.kind === 'county') counties.set(place.id, { code, state: place.state });
    if (place?.kind === 'postal') postal.push({ ...place, code });
    if (place?.kind === 'radius') circles.push({ ...place, code });
  }
  return (account) => {
    const { country, state } = account;
    if (state !== null && areas.has(state)) return state;
    if (country !== null && areas.has(country)) return country;
    return inCounty(account) ?? inPostal(account) ?? inCircle(account);
  };

  function inCounty({ country, state, latitude, longitude }: Located): string | null {
    if (counties.size === 0 || typeof latitude !== 'number' || typeof longitude !== 'number') return null;
    if (country !== null && country !== 'US') return null;
    const county = counties.get(countyAt(latitude, longitude) ?? '');
    return county && (state === null || state === county.state) ? county.code : null;
  }

  function inPostal({ country, state, postalCode }: Located): string | null {
    if (postal.length === 0 || !postalCode) return null;
    const folded = foldPostalCode(postalCode);
    const home = country ?? state?.slice(0, 2);
    return postal.find((one) => one.country === home && folded.startsWith(one.prefix))?.code ?? null;
  }

  function inCircle({ latitude, longitude }: Located): string | null {
    if (latitude === null || latitude === undefined || longitude === null || longitude === undefined)
      return null;
    const near = circles.find((circle) => distanceKm(circle, { latitude, longitude }) <= circle.radiusKm);
    return near?.code ?? null;
  }
}
