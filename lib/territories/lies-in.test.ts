import { describe, expect, it } from 'vitest';
import { placeFinder } from './lies-in.ts';

const nowhere = { country: null, state: null, postalCode: null, latitude: null, longitude: null };
const seattle = {
  country: 'US',
  state: 'US-WA',
  postalCode: '98101-2024',
  latitude: 47.61,
  longitude: -122.33,
};
const inPlaces =
  (...places: string[]) =>
  (account: Parameters<ReturnType<typeof placeFinder>>[0]) =>
    placeFinder(new Set(places))(account) !== null;

describe('lying in a place', () => {
  it('goes by how the postal code begins, with its country and however it is spaced', () => {
    expect(inPlaces('postal:US:981')(seattle)).toBe(true);
    expect(inPlaces('postal:US:982')(seattle)).toBe(false);
    expect(inPlaces('postal:DE:981')(seattle)).toBe(false);
    expect(inPlaces('postal:GB:SW1A1')({ ...nowhere, country: 'GB', postalCode: 'sw1a 1aa' })).toBe(true);
    expect(inPlaces('postal:US:981')({ ...seattle, country: null })).toBe(true);
  });

  it('goes by distance, the edge included', () => {
    const around = inPlaces('radius:45.5152,-122.6784,235');
    expect(around(seattle)).toBe(true);
    expect(inPlaces('radius:45.5152,-122.6784,230')(seattle)).toBe(false);
    expect(inPlaces('radius:47.61,-122.33,0.1')(seattle)).toBe(true);
  });

  it('goes by the county that the point lies in', () => {
    expect(inPlaces('county:US-WA:53033:King')(seattle)).toBe(true);
    expect(inPlaces('county:US-WA:53061:Snohomish')(seattle)).toBe(false);
    expect(inPlaces('county:US-WA:53033:King')({ ...seattle, latitude: null })).toBe(false);
  });

  it('goes by a county only within the state that is recorded', () => {
    const inKing = inPlaces('county:US-WA:53033:King');
    expect(inKing({ ...seattle, state: 'US-OR' })).toBe(false);
    expect(inKing({ ...seattle, country: 'CA', state: null })).toBe(false);
    expect(inKing({ ...seattle, state: null })).toBe(true);
    expect(inKing({ ...seattle, country: null, state: null })).toBe(true);
  });

  it('needs the fact that the place asks about', () => {
    expect(inPlaces('US', 'postal:US:9', 'radius:0,0,20000')(nowhere)).toBe(false);
    expect(inPlaces('postal:US:9')({ ...seattle, postalCode: null })).toBe(false);
  });

  it('is any of several', () => {
    expect(inPlaces('DE', 'postal:US:1', 'US-WA')(seattle)).toBe(true);
    expect(inPlaces()(seattle)).toBe(false);
    const find = placeFinder(new Set(['DE', 'postal:US:98', 'radius:47.6,-122.3,50:Seattle']));
    expect(find(seattle)).toBe('postal:US:98');
    expect(find({ ...seattle, postalCode: null })).toBe('radius:47.6,-122.3,50:Seattle');
    expect(find(nowhere)).toBeNull();
  });
});
