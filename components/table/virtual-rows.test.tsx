import fc from 'fast-check';
import { expect, it } from 'vitest';
import { drawnRange, offsetsOf, scrollTopFor } from './virtual-rows.ts';

const heights = fc.array(fc.constantFrom(28, 32, 36, 60), { maxLength: 400 });
const height = fc.integer({ min: 40, max: 1200 });

it('draws every row that is in view, wherever the list is scrolled', () => {
  fc.assert(
    fc.property(heights, fc.nat(20_000), height, (rows, top, seen) => {
      const offsets = offsetsOf(rows);
      const { from, to } = drawnRange(offsets, { top, height: seen });
      for (let index = 0; index < rows.length; index++) {
        const isSeen = (offsets[index + 1] ?? 0) > top && (offsets[index] ?? 0) < top + seen;
        if (isSeen) expect(index >= from && index < to).toBe(true);
      }
      expect(to - from).toBeLessThanOrEqual(seen / 28 + 2 + 24);
    }),
  );
});

it('scrolls as little as it must for a row to be wholly in view', () => {
  const offsets = offsetsOf(Array.from({ length: 100 }, () => 32));
  expect(scrollTopFor(offsets, 3, { top: 0, height: 320 })).toBe(0);
  expect(scrollTopFor(offsets, 10, { top: 0, height: 320 })).toBe(32);
  expect(scrollTopFor(offsets, 4, { top: 320, height: 320 })).toBe(128);
});
