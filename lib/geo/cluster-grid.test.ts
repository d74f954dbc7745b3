import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clusterGrid, clustersWithin, membersOf } from './cluster-grid.ts';

test('neighbours come together in their middle; hidden and placeless points stay out', () => {
  const xs = [1, 3, 25, Number.NaN, 2];
  const ys = [1, 1, 5, 3, 2];
  const clusters = clusterGrid(xs, ys, Uint8Array.from([1, 1, 1, 1, 0]), 10);
  expect(clusters.count).toBe(2);
  expect([...membersOf(clusters, 0)]).toEqual([0, 1]);
  expect([clusters.xs[0], clusters.ys[0]]).toEqual([2, 1]);
  expect(clustersWithin(clusters, [20, 0, 30, 10])).toEqual([1]);
});

test('every shown point is in exactly one cluster, and clusters reach over neighbouring cells at most', () => {
  const point = fc.tuple(
    fc.double({ min: -500, max: 1500, noNaN: true }),
    fc.double({ min: -500, max: 1500, noNaN: true }),
    fc.boolean(),
  );
  fc.assert(
    fc.property(
      fc.array(point, { maxLength: 300 }),
      fc.double({ min: 0.5, max: 200, noNaN: true }),
      (points, size) => {
        const xs = points.map(([x]) => x);
        const ys = points.map(([, y]) => y);
        const clusters = clusterGrid(
          xs,
          ys,
          Uint8Array.from(points, ([, , shown]) => (shown ? 1 : 0)),
          size,
        );
        expect([...clusters.members].sort((a, b) => a - b)).toEqual(
          points.flatMap(([, , shown], at) => (shown ? [at] : [])),
        );
        for (let cluster = 0; cluster < clusters.count; cluster++) {
          for (const at of membersOf(clusters, cluster)) {
            expect(Math.abs((xs[at] ?? 0) - (clusters.xs[cluster] ?? 0))).toBeLessThanOrEqual(
              3 * size + 1e-3,
            );
            expect(Math.abs((ys[at] ?? 0) - (clusters.ys[cluster] ?? 0))).toBeLessThanOrEqual(
              3 * size + 1e-3,
            );
          }
        }
      },
    ),
  );
});

test('two groups on both sides of a line of the grid become one', () => {
  const clusters = clusterGrid([9, 9.5, 10.5], [5, 5, 5], Uint8Array.from([1, 1, 1]), 10);
  expect(clusters.count).toBe(1);
  expect([...membersOf(clusters, 0)]).toEqual([0, 1, 2]);
});

test('within bounds the same clusters come out, for what lies well inside', () => {
  const xs = Array.from({ length: 400 }, (_, at) => (at * 37) % 1000);
  const ys = Array.from({ length: 400 }, (_, at) => (at * 91) % 1000);
  const shown = new Uint8Array(400).fill(1);
  const whole = clusterGrid(xs, ys, shown, 40);
  const part = clusterGrid(xs, ys, shown, 40, [200, 200, 800, 800]);
  const inner = (clusters: typeof whole) =>
    clustersWithin(clusters, [450, 450, 550, 550])
      .map((at) => [...membersOf(clusters, at)].join())
      .sort();
  expect(inner(part)).toEqual(inner(whole));
  expect(part.members.length).toBeLessThan(whole.members.length);
});
