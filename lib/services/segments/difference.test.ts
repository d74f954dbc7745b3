import fc from 'fast-check';
import { expect, test } from 'vitest';
import { differenceOf } from './difference.ts';

test('what entered and what left is the difference of the two sets', () => {
  const ids = fc.uniqueArray(fc.nat(60)).map((list) => [...list].sort((a, b) => a - b));
  fc.assert(
    fc.property(ids, ids, (before, after) => {
      const { entered, left } = differenceOf(before, Int32Array.from(after));
      expect(entered).toEqual(after.filter((id) => !before.includes(id)));
      expect(left).toEqual(before.filter((id) => !after.includes(id)));
    }),
    { seed: 20261122 },
  );
});
