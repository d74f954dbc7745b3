import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Bits, ordinalsOf } from './bitset.ts';
import { rowsByNumber, sortedRangeBits, sortedRows } from './sorted-rows.ts';
import { rangeBits } from './scan.ts';

const number = fc.oneof(
  fc.constantFrom(Number.NaN, -0, 0, -1.5, 2, 500, 1e15, Number.MAX_VALUE, -Number.MAX_VALUE),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer({ min: -300, max: 300 }),
);
const numbers = fc
  .array(number, { minLength: 640, maxLength: 640 })
  .map((values) => Float64Array.from(values));

const bound = number.filter((one) => !Number.isNaN(one));

it('orders rows by number in both directions, ties by row, without the missing ones', () => {
  fc.assert(
    fc.property(numbers, fc.nat(640), fc.boolean(), (values, used, descending) => {
      const known = Array.from({ length: used }, (_, row) => row).filter((row) => !Number.isNaN(values[row]));
      const sign = descending ? -1 : 1;
      known.sort((a, b) => sign * Math.sign((values[a] ?? 0) - (values[b] ?? 0)) || a - b);
      expect([...rowsByNumber(values, used, descending)]).toEqual(known);
    }),
  );
});

it('finds a range as a scan does, also where numbers have changed since', () => {
  const changes = fc.array(fc.tuple(fc.nat(639), number), { maxLength: 8 });
  fc.assert(
    fc.property(numbers, changes, bound, bound, (values, changed, low, high) => {
      const sorted = sortedRows(values, values.length);
      const loose = new Set(changed.map(([row]) => row));
      for (const [row, value] of changed) values[row] = value;
      const found = sortedRangeBits(sorted, values, low, high, loose);
      const ids = (bits: Bits) => [...ordinalsOf(bits)];
      expect(ids(found)).toEqual(ids(rangeBits(values, low, high)));
    }),
  );
});
