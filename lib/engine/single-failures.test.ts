import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Bits, emptyBits, hasBit, setBit } from './bitset.ts';
import { countSingleFailures } from './single-failures.ts';

const SIZE = 96;
const ordinals = Array.from({ length: SIZE }, (_, ordinal) => ordinal);

const set: fc.Arbitrary<Bits> = fc.uniqueArray(fc.nat(SIZE - 1)).map((members) => {
  const bits = emptyBits(SIZE);
  for (const ordinal of members) setBit(bits, ordinal);
  return bits;
});

it('counts for each part the records that fail it alone', () => {
  fc.assert(
    fc.property(
      fc.array(set, { minLength: 1, maxLength: 6 }),
      fc.boolean(),
      set,
      (parts, isTurned, among) => {
        const expected = parts.map(
          (part) =>
            ordinals.filter((ordinal) => {
              const failed = parts.filter((one) => hasBit(one, ordinal) === isTurned);
              return hasBit(among, ordinal) && failed.length === 1 && failed[0] === part;
            }).length,
        );
        expect(countSingleFailures(parts, isTurned, among)).toEqual(expected);
      },
    ),
  );
});
