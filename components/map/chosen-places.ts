import { formatPlaceCode, parsePlaceCode } from '#lib/shared/place-code.ts';
import type { RegionTally } from './region-tally.ts';
import type { Shape } from './shape.ts';

/**
 * The regions all of whose accounts are chosen, as places of a territory: countries and states by their codes, counties
 * of the open `state` by their digits. Regions without a code of their own are none.
 */
export function chosenPlaces(
  tallies: readonly Pick<RegionTally, 'code' | 'accounts' | 'selected'>[],
  state: string | null,
  counties: readonly Pick<Shape, 'id' | 'label'>[],
): string[] {
  const names = new Map(counties.map(({ id, label }) => [id, label]));
  return tallies
    .filter(({ accounts, selected }) => accounts > 0 && selected === accounts)
    .map(({ code }) => {
      const name = names.get(code);
      return state !== null && name !== undefined
        ? formatPlaceCode({ kind: 'county', state, id: code, name })
        : code;
    })
    .filter((code) => parsePlaceCode(code) !== null);
}
