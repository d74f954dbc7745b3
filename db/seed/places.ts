import { regionOfCountry } from '#lib/shared/countries.ts';
import { pointOfPlace } from '#lib/shared/place-point.ts';
import { type Random, weightedPicker } from './random.ts';
import { usPlaces } from './us-places.ts';
import { worldPlaces } from './world-places.ts';

export type Place = {
  country: string;
  state: string | null;
  region: string | null;
  city: string;
  /** A second spelling that occurs in real files. */
  otherSpelling: string | null;
  postalCode: string;
  latitude: number;
  longitude: number;
  timeZone: string;
  metro: string;
  dialling: string;
  areaCode: string;
};

type Market = { weight: number; places: Place[] };

const US_SHARE = 55;

function readPlace(
  cells: readonly string[],
  market: { country: string; state: string | null; timeZone: string; dialling: string },
): Place {
  const [city = '', postalCode = '', areaCode = '', metro = '', other] = cells;
  const point = pointOfPlace({ ...market, city, postalCode: null });
  if (point === null) throw new Error(`Nobody knows where ${city} lies.`);
  return {
    ...market,
    ...point,
    region: regionOfCountry(market.country),
    city,
    otherSpelling: other ?? null,
    postalCode,
    metro,
    areaCode,
  };
}

function lines(table: string): string[][] {
  return table
    .trim()
    .split('\n')
    .map((line) => line.split('|'));
}

const usMarkets = lines(usPlaces).map(
  ([state = '', weight = '', timeZone = '', cities = '']): Market => ({
    weight: Number(weight),
    places: cities
      .split(';')
      .map((row) =>
        readPlace(row.split(','), { country: 'US', state: `US-${state}`, timeZone, dialling: '+1' }),
      ),
  }),
);

const usTotal = usMarkets.reduce((sum, market) => sum + market.weight, 0);

const worldMarkets = lines(worldPlaces).map(
  ([country = '', share = '', timeZone = '', dialling = '', cities = '']): Market => ({
    weight: Number(share),
    places: cities.split(';').map((row) => {
      const [state = '', ...cells] = row.split(',');
      return readPlace(cells, { country, state: state === '-' ? null : state, timeZone, dialling });
    }),
  }),
);

/** Larger cities come first in their row and draw more companies. */
const pickMarket = weightedPicker(
  [
    ...usMarkets.map((market) => ({ ...market, weight: (market.weight / usTotal) * US_SHARE })),
    ...worldMarkets,
  ].map((market) => ({
    weight: market.weight,
    pick: weightedPicker(market.places, (place) => 1 / (1 + market.places.indexOf(place))),
  })),
  (market) => market.weight,
);

export function drawPlace(random: Random): Place {
  return pickMarket(random).pick(random);
}

/** A postal code near the city's own, keeping its shape. */
export function nearbyPostalCode(place: Place, random: Random): string {
  const { postalCode } = place;
  const last = postalCode.slice(-1);
  if (!/\d/.test(last)) return postalCode;
  const head = /\d{2}$/.test(postalCode) ? postalCode.slice(0, -2) : postalCode.slice(0, -1);
  const width = postalCode.length - head.length;
  return head + String(random.int(0, 10 ** width - 1)).padStart(width, '0');
}

/** Subscriber numbers from the ranges that are kept for fiction where a country has one. */
export function drawPhone(place: Place, random: Random): string {
  const { dialling, areaCode } = place;
  if (dialling === '+1') return `+1 ${areaCode} 555 0${random.int(100, 199)}`;
  if (dialling === '+44') return `+44 ${areaCode} 496 0${random.int(100, 999)}`;
  return `${dialling} ${areaCode} 555 ${random.int(1000, 9999)}`;
}
