import { describe, expect, it } from 'vitest';
import { countiesOf, countyAt } from './counties.ts';

describe('the county of a point', () => {
  // FIPS codes as published by the US Census Bureau; the points are well inside.
  it.each([
    ['Seattle', 47.61, -122.33, '53033'],
    ['Chicago', 41.88, -87.65, '17031'],
    ['Miami', 25.77, -80.25, '12086'],
    ['Denver, a county of its own', 39.74, -104.99, '08031'],
    ['Anchorage', 61.18, -149.9, '02020'],
    ['Honolulu', 21.31, -157.85, '15003'],
    ['Attu, beyond the antimeridian', 52.9, 173, '02016'],
    ['Washington, D.C.', 38.9, -77.03, '11001'],
  ])('is found for %s', (_, latitude, longitude, id) => expect(countyAt(latitude, longitude)).toBe(id));

  it('is none outside the United States', () => {
    expect(countyAt(48.21, 16.37)).toBeNull();
    expect(countyAt(45.5, -73.57)).toBeNull();
  });

  it('is none off the coast: no nearest one is guessed', () => {
    expect(countyAt(47.2, -125.5)).toBeNull();
    expect(countyAt(28.2, -177.37)).toBeNull();
  });
});

it('lists the counties of a state by name', () => {
  const counties = countiesOf('US-DE');
  expect(counties).toEqual([
    { id: '10001', name: 'Kent', state: 'US-DE' },
    { id: '10003', name: 'New Castle', state: 'US-DE' },
    { id: '10005', name: 'Sussex', state: 'US-DE' },
  ]);
  expect(countiesOf('US-TX')).toHaveLength(254);
  expect(countiesOf('DE-BY')).toEqual([]);
});
