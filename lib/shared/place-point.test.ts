import { describe, expect, test } from 'vitest';
import { pointOfPlace } from './place-point.ts';
import { statesOf } from './states.ts';

const nowhere = { country: null, state: null, city: null, postalCode: null };
const near = (latitude: number, longitude: number) => ({
  latitude: expect.closeTo(latitude, 0),
  longitude: expect.closeTo(longitude, 0),
});

describe('where a place lies', () => {
  test('a postal code says more than a city, a city more than a state', () => {
    const illinois = { ...nowhere, country: 'US', state: 'US-IL' };
    expect(pointOfPlace(illinois)).toEqual({ latitude: 40, longitude: -89.2 });
    expect(pointOfPlace({ ...illinois, city: 'Chicago' })).toEqual({ latitude: 41.88, longitude: -87.63 });
    const peoria = { ...illinois, city: 'Chicago', postalCode: '61602-1234' };
    expect(pointOfPlace(peoria)).toEqual(near(40.7, -89.6));
  });

  test('what is not known falls back to the next wider place', () => {
    const place = { country: 'US', state: 'US-TX', city: 'Nowhereville', postalCode: '00000' };
    expect(pointOfPlace(place)).toEqual({ latitude: 31.5, longitude: -99.3 });
    expect(pointOfPlace({ ...place, state: null })).toBeNull();
  });

  test('spellings of a city are one place', () => {
    const germany = { ...nowhere, country: 'DE' };
    const munich = { latitude: 48.14, longitude: 11.58 };
    for (const city of ['München', 'Munchen', 'munich']) {
      expect(pointOfPlace({ ...germany, city })).toEqual(munich);
    }
    expect(pointOfPlace({ ...nowhere, country: 'US', city: 'Saint Louis' })).toEqual(near(38.6, -90.2));
  });

  test('a name that several cities bear needs its state, and a state that does not fit is believed', () => {
    const portland = { ...nowhere, country: 'US', city: 'Portland' };
    expect(pointOfPlace(portland)).toBeNull();
    expect(pointOfPlace({ ...portland, state: 'US-ME' })).toEqual(near(43.7, -70.3));
    expect(pointOfPlace({ ...portland, state: 'US-OR' })).toEqual(near(45.5, -122.7));
    expect(pointOfPlace({ ...portland, state: 'US-KS' })).toEqual({ latitude: 38.5, longitude: -98.4 });
  });

  test('a country alone, a city or code without one, and a state of another country are no place', () => {
    expect(pointOfPlace({ ...nowhere, country: 'FR' })).toBeNull();
    expect(pointOfPlace({ ...nowhere, city: 'London', postalCode: '60606' })).toBeNull();
    expect(pointOfPlace({ ...nowhere, country: 'FR', state: 'US-WA' })).toBeNull();
    expect(pointOfPlace({ ...nowhere, country: 'DE', postalCode: '60606' })).toBeNull();
    expect(pointOfPlace({ ...nowhere, state: 'US-WA', city: 'Seattle' })).toEqual(near(47.6, -122.3));
  });

  test('every listed state has a centroid', () => {
    for (const country of ['US', 'CA', 'AU', 'DE', 'GB', 'AT', 'BR', 'IN']) {
      const states = statesOf(country);
      expect(states.length).toBeGreaterThan(3);
      for (const { code } of states)
        expect(pointOfPlace({ ...nowhere, country, state: code })).not.toBeNull();
    }
  });
});
