import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitBounds, keepInside, toMap, toScreen, visibleBounds, zoomAt } from './viewport.ts';

const bounds = [0, 0, 975, 610] as const;
const size = { width: 700, height: 400 };
const pixel = fc.tuple(fc.integer({ min: 0, max: 700 }), fc.integer({ min: 0, max: 400 }));

test('fitting shows all of the map, in the middle', () => {
  const [left, top, right, bottom] = visibleBounds(fitBounds(bounds, size), size);
  expect(left).toBeLessThan(0);
  expect(top).toBeLessThan(0);
  expect(right - 975).toBeCloseTo(-left, 6);
  expect(bottom - 610).toBeCloseTo(-top, 6);
});

test('what lies under the pointer stays there while zooming', () => {
  fc.assert(
    fc.property(pixel, fc.double({ min: 0.2, max: 5, noNaN: true }), (at, factor) => {
      const before = fitBounds(bounds, size);
      const under = toMap(before, at);
      const [x, y] = toScreen(zoomAt(before, factor, at), under);
      expect(x).toBeCloseTo(at[0], 6);
      expect(y).toBeCloseTo(at[1], 6);
    }),
  );
});

test('the map can neither be lost from the screen nor shrink below its fit', () => {
  const shift = fc.integer({ min: -1e6, max: 1e6 });
  fc.assert(
    fc.property(shift, shift, fc.double({ min: 1e-4, max: 1e6, noNaN: true }), (x, y, scale) => {
      const kept = keepInside({ scale, x, y }, bounds, size);
      const [cx, cy] = toMap(kept, [size.width / 2, size.height / 2]);
      expect(cx).toBeGreaterThanOrEqual(-1e-6);
      expect(cx).toBeLessThanOrEqual(975 + 1e-6);
      expect(cy).toBeGreaterThanOrEqual(-1e-6);
      expect(cy).toBeLessThanOrEqual(610 + 1e-6);
      expect(kept.scale).toBeGreaterThanOrEqual(fitBounds(bounds, size).scale);
    }),
  );
});
