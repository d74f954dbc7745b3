import fc from 'fast-check';
import { expect, test } from 'vitest';
import { distanceKm } from './great-circle.ts';

const seattle = { latitude: 47.6062, longitude: -122.3321 };
const portland = { latitude: 45.5152, longitude: -122.6784 };
const position = fc.record({
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
});

test('cities lie as far apart as a map says', () => {
  expect(distanceKm(seattle, portland)).toBeCloseTo(234, 0);
  expect(distanceKm({ latitude: 0, longitude: 179.9 }, { latitude: 0, longitude: -179.9 })).toBeCloseTo(
    22.2,
    1,
  );
});

test('a distance is the same both ways, never negative, and no longer than half way round', () => {
  fc.assert(
    fc.property(position, position, (a, b) => {
      const there = distanceKm(a, b);
      expect(there).toBeCloseTo(distanceKm(b, a), 6);
      expect(there).toBeGreaterThanOrEqual(0);
      expect(there).toBeLessThanOrEqual(20_016);
    }),
  );
});
