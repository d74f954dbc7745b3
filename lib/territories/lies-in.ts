import { distanceKm } from '#lib/geo/great-circle.ts';
import { foldPostalCode, type ParsedPlace, parsePlaceCode } from '#lib/shared/place-code.ts';
import type { PlanAccount } from './plan-model.ts';

type Located = Pick<PlanAccount, 'country' | 'state' | 'postalCode' | 'latitude' | 'longitude'>;

/**
 * A test of whether accounts lie in any of these places. A state names its part of a country, a country all of it; a
 * postal code counts only with its country. An account without the fact that a place asks about does not lie there.
 */
export function liesInAny(places: ReadonlySet<string>): (account: Located) => boolean {
  const areas = new Set<string>();
  const postal: { country: string; prefix: string }[] = [];
  const circles: Extract<ParsedPlace, { kind: 'radius' }>[] = [];
  for (const text of places) {
    const place = parsePlaceCode(text);
    if (place?.kind === 'area') areas.add(place.code);
    if (place?.kind === 'postal') postal.push(place);
    if (place?.kind === 'radius') circles.push(place);
  }
  return (account) => {
    const { country, state, postalCode } = account;
    if (state !== null && areas.has(state)) return true;
    if (country !== null && areas.has(country)) return true;
    if (postal.length > 0 && postalCode) {
      const folded = foldPostalCode(postalCode);
      const home = country ?? state?.slice(0, 2);
      if (postal.some((one) => one.country === home && folded.startsWith(one.prefix))) return true;
    }
    const { latitude, longitude } = account;
    if (circles.length === 0 || latitude === null || latitude === undefined) return false;
    if (longitude === null || longitude === undefined) return false;
    return circles.some((circle) => distanceKm(circle, { latitude, longitude }) <= circle.radiusKm);
  };
}
