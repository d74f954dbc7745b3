import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Bits, forEachBit } from './bitset.ts';
import { postingsOf } from './postings.ts';
import { codeBits, codedBits, flagBits, nextAbove, nextBelow, rangeBits } from './scan.ts';

function ordinals(bits: Bits): number[] {
  const found: number[] = [];
  forEachBit(bits, (ordinal) => found.push(ordinal));
  return found;
}

function placesOf<T>(values: readonly T[], passes: (value: T) => boolean): number[] {
  return values.flatMap((value, place) => (passes(value) ? [place] : []));
}

const rows = <T>(value: fc.Arbitrary<T>) => fc.array(value, { minLength: 96, maxLength: 96 });
const numbers = rows(fc.constantFrom(Number.NaN, -0, 0, -1.5, 2, 500, 1e15, Number.MAX_VALUE));
const bound = fc.constantFrom(Number.NEGATIVE_INFINITY, -1.5, 0, 2, 499, 1e15, Number.POSITIVE_INFINITY);

it('finds the numbers of a range, ends included, and never a missing one', () => {
  fc.assert(
    fc.property(numbers, bound, bound, (values, low, high) => {
      const expected = placesOf(values, (value) => value >= low && value <= high);
      expect(ordinals(rangeBits(Float64Array.from(values), low, high))).toEqual(expected);
    }),
  );
});

it('finds wanted codes, and no missing ones, also beside ids that no row has', () => {
  const wantedCode = fc.oneof(fc.nat(12), fc.constantFrom(-3, 2 ** 32 + 5, 2 ** 52));
  fc.assert(
    fc.property(rows(fc.nat(40)), fc.array(wantedCode, { maxLength: 9 }), (codes, wanted) => {
      const array = Int32Array.from(codes);
      const expected = placesOf(codes, (code) => code !== 0 && wanted.includes(code));
      expect(ordinals(codeBits(array, wanted))).toEqual(expected);
      expect(ordinals(codedBits(array))).toEqual(placesOf(codes, (code) => code !== 0));
    }),
  );
});

it('finds flags that are set as asked', () => {
  fc.assert(
    fc.property(rows(fc.nat(2)), (flags) => {
      const array = Uint8Array.from(flags);
      expect(ordinals(flagBits(array, 2, 2))).toEqual(placesOf(flags, (flag) => flag === 2));
      expect(ordinals(flagBits(array, 1, 2))).toEqual(placesOf(flags, (flag) => flag !== 0));
    }),
  );
});

it('steps to the neighbouring double, across zero too', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, max: 1e300, min: -1e300 }), (number) => {
      expect(nextAbove(number)).toBeGreaterThan(number);
      expect(nextBelow(number)).toBeLessThan(number);
      expect(nextBelow(nextAbove(number)) + 0).toBe(number + 0);
    }),
  );
  expect(nextAbove(1)).toBe(1 + Number.EPSILON);
});

it('groups the used rows by code', () => {
  fc.assert(
    fc.property(rows(fc.nat(5)), fc.nat(96), (codes, used) => {
      const { starts, rows: grouped } = postingsOf(Int32Array.from(codes), used);
      for (let code = 0; code <= 5; code++) {
        const found = [...grouped.subarray(starts[code] ?? used, starts[code + 1] ?? used)];
        expect(found).toEqual(placesOf(codes.slice(0, used), (one) => one === code));
      }
    }),
  );
});
