import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatPlaceCode, parsePlaceCode, placeCodeLabel } from './place-code.ts';

describe('a place as it is written down', () => {
  it('is read in all its forms', () => {
    expect(parsePlaceCode('US-WA')).toEqual({ kind: 'area', code: 'US-WA' });
    expect(parsePlaceCode('postal:GB:SW1A')).toEqual({ kind: 'postal', country: 'GB', prefix: 'SW1A' });
    expect(parsePlaceCode('county:US-WA:53033:King')).toEqual({
      kind: 'county',
      state: 'US-WA',
      id: '53033',
      name: 'King',
    });
    expect(parsePlaceCode('radius:47.606,-122.332,50:Seattle, downtown')).toEqual({
      kind: 'radius',
      latitude: 47.606,
      longitude: -122.332,
      radiusKm: 50,
      name: 'Seattle, downtown',
    });
  });

  it.each([
    'Washington',
    'us-wa',
    'postal:XX:98',
    'postal:US:',
    'postal:US:98-1',
    'county:WA:53033:King',
    'county:US-WA:5303:King',
    'county:US-WA:53033:',
    'radius:91,0,5',
    'radius:0,181,5',
    'radius:1,1,0',
    'radius:1,1,30000',
  ])('is refused as %s', (text) => expect(parsePlaceCode(text)).toBeNull());

  it('comes back as it was written', () => {
    const degrees = (most: number) => fc.integer({ min: -most * 1e4, max: most * 1e4 }).map((at) => at / 1e4);
    const radius = fc.record({
      kind: fc.constant('radius' as const),
      latitude: degrees(90),
      longitude: degrees(180),
      radiusKm: fc.integer({ min: 1, max: 200_000 }).map((at) => at / 10),
      name: fc.constantFrom(null, 'Seattle', 'Köln: Mitte'),
    });
    fc.assert(
      fc.property(radius, (place) => {
        const read = parsePlaceCode(formatPlaceCode(place));
        expect(read).toEqual({ ...place, latitude: place.latitude + 0, longitude: place.longitude + 0 });
      }),
    );
  });
});

it.each([
  ['US-WA', 'Washington'],
  ['DE', 'Germany'],
  ['postal:US:981', 'United States 981…'],
  ['radius:47.606,-122.332,50:Seattle', '50 km around Seattle'],
  ['radius:47.6,-122.3,5', '5 km around 47.6°, -122.3°'],
])('%s reads %s', (code, label) => expect(placeCodeLabel(code)).toBe(label));
