import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Intersection, pairCounts, setSizes, sizesByPriority, unionSize } from './overlaps.ts';

const SETS = 5;
const seed = 20_261_127;

/** Each record with the sets that it is in: what the figures are held against, record by record. */
const records = fc.array(fc.subarray([...Array(SETS).keys()], { minLength: 1 }), { maxLength: 60 });

function intersectionsOf(memberships: readonly number[][]): Intersection[] {
  const groups = Map.groupBy(memberships, (sets) => sets.join());
  return [...groups.values()].map((group) => ({ sets: group[0] ?? [], count: group.length }));
}

test('sizes, pairs, union and first-match sizes are those of counting record by record', () => {
  fc.assert(
    fc.property(
      records,
      fc.shuffledSubarray([...Array(SETS).keys()], { minLength: SETS, maxLength: SETS }),
      (memberships, order) => {
        const found = intersectionsOf(memberships);
        const inBoth = (a: number, b: number) =>
          memberships.filter((sets) => sets.includes(a) && sets.includes(b)).length;
        const pairs = pairCounts(found, SETS);
        pairs.forEach((row, a) => row.forEach((count, b) => expect(count).toBe(inBoth(a, b))));
        expect(setSizes(found, SETS)).toEqual(pairs.map((row, at) => row[at]));
        const firsts = memberships.map((sets) => order.find((set) => sets.includes(set)));
        const expected = order.map((set) => firsts.filter((first) => first === set).length);
        expect(sizesByPriority(found, order)).toEqual(expected);
        expect(unionSize(found)).toBe(memberships.length);
        expect(expected.reduce((sum, size) => sum + size, 0)).toBe(memberships.length);
      },
    ),
    { seed },
  );
});
