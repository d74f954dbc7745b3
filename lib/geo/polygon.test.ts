import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isInside, pointsInside, thinned } from './polygon.ts';

const square = [0, 0, 10, 0, 10, 10, 0, 10];
const hole = [4, 4, 6, 4, 6, 6, 4, 6];

test('a hole is outside, a point without a place lies nowhere', () => {
  expect(isInside([square], 5, 5)).toBe(true);
  expect(isInside([square, hole], 5, 5)).toBe(false);
  expect(isInside([square, hole], 2, 2)).toBe(true);
  expect(pointsInside(square, [1, 20, Number.NaN, 9], [1, 1, 1, 9])).toEqual([0, 3]);
});

test('agrees with a circle wherever the point is not near its edge', () => {
  const circle = Array.from({ length: 720 }, (_, at) => {
    const angle = (at >> 1) * (Math.PI / 180);
    return at % 2 === 0 ? Math.cos(angle) : Math.sin(angle);
  });
  const coordinate = fc.double({ min: -1.5, max: 1.5, noNaN: true });
  fc.assert(
    fc.property(coordinate, coordinate, (x, y) => {
      const radius = Math.hypot(x, y);
      fc.pre(Math.abs(radius - 1) > 0.01);
      expect(isInside([circle], x, y)).toBe(radius < 1);
    }),
  );
});

test('a drawn line keeps its ends of each step only', () => {
  expect(
    thinned(
      [
        [0, 0],
        [1, 0],
        [2, 0],
        [5, 0],
        [5, 1],
      ],
      3,
    ),
  ).toEqual([
    [0, 0],
    [5, 0],
  ]);
});
