import { countryLabel, isCountryCode } from './countries.ts';
import { stateLabel } from './states.ts';

/**
 * A place as it is written down where several are listed: a country or state by its ISO code (`US`, `US-WA`), postal
 * codes by how they begin (`postal:US:981`), a county of the United States by its state and FIPS digits
 * (`county:US-WA:53033:King`, with its name for people), or everything around a point (`radius:47.606,-122.332,50:Seattle`, in
 * kilometres, with a name for people).
 */
export type ParsedPlace =
  | { kind: 'area'; code: string }
  | { kind: 'county'; state: string; id: string; name: string }
  | { kind: 'postal'; country: string; prefix: string }
  | { kind: 'radius'; latitude: number; longitude: number; radiusKm: number; name: string | null };

const AREA = /^[A-Z]{2}(-[A-Z0-9]{1,3})?$/;
const POSTAL = /^postal:([A-Z]{2}):([A-Z0-9]{1,8})$/;
const COUNTY = /^county:(US-[A-Z]{2}):(\d{5}):(.{1,60})$/;
const RADIUS =
  /^radius:(-?\d{1,2}(?:\.\d{1,6})?),(-?\d{1,3}(?:\.\d{1,6})?),(\d{1,5}(?:\.\d)?)(?::(.{1,60}))?$/;
const MOST_KM = 20_000;

/** Reads a place; null when it is none. */
export function parsePlaceCode(text: string): ParsedPlace | null {
  if (AREA.test(text)) return { kind: 'area', code: text };
  const postal = POSTAL.exec(text);
  if (postal) {
    const [, country = '', prefix = ''] = postal;
    return isCountryCode(country) ? { kind: 'postal', country, prefix } : null;
  }
  const county = COUNTY.exec(text);
  if (county) {
    const [, state = '', id = '', name = ''] = county;
    return { kind: 'county', state, id, name };
  }
  const radius = RADIUS.exec(text);
  if (!radius) return null;
  const [latitude = 91, longitude = 181, radiusKm = 0] = radius.slice(1, 4).map(Number);
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180 || radiusKm <= 0 || radiusKm > MOST_KM)
    return null;
  return { kind: 'radius', latitude, longitude, radiusKm, name: radius[4] ?? null };
}

/** The reverse of `parsePlaceCode`: coordinates to about 10 m. */
export function formatPlaceCode(place: ParsedPlace): string {
  if (place.kind === 'area') return place.code;
  if (place.kind === 'county') return `county:${place.state}:${place.id}:${place.name}`;
  if (place.kind === 'postal') return `postal:${place.country}:${place.prefix}`;
  const { latitude, longitude, radiusKm, name } = place;
  const round = (value: number, digits: number) => String(Number(value.toFixed(digits)));
  return `radius:${round(latitude, 4)},${round(longitude, 4)},${round(radiusKm, 1)}${name ? `:${name}` : ''}`;
}

/** How postal codes are compared: capital letters and digits only (`sw1a 1aa` → `SW1A1AA`). */
export function foldPostalCode(text: string): string {
  return text.toUpperCase().replace(/[^A-Z0-9]/g, '');
}

/** A place by its name: `US-WA` → Washington, `DE` → Germany, `postal:US:981` → United States 981…, `50 km around Seattle`. */
export function placeCodeLabel(code: string): string {
  const place = parsePlaceCode(code);
  switch (place?.kind) {
    case 'area':
      return code.includes('-') ? stateLabel(code) : countryLabel(code);
    case 'postal':
      return `${countryLabel(place.country)} ${place.prefix}…`;
    case 'county':
      return `${place.name} (county), ${place.state.slice(3)}`;
    case 'radius':
      return `${place.radiusKm} km around ${place.name ?? `${place.latitude}°, ${place.longitude}°`}`;
    default:
      return code;
  }
}
