import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decideTier } from './account-tier.ts';

test('a tier set on the account wins over every segment, and the segments are listed as losing', () => {
  const decision = decideTier({ tierId: 3, rank: 3 }, [{ tierId: 1, rank: 1, segmentId: 10 }]);
  expect(decision).toEqual({
    tierId: 3,
    cause: 'account',
    segmentId: null,
    losing: [{ tierId: 1, cause: 'segment', segmentId: 10 }],
  });
});

test('without an own tier the highest rank among the segments wins', () => {
  const decision = decideTier(null, [
    { tierId: 2, rank: 2, segmentId: 10 },
    { tierId: 1, rank: 1, segmentId: 11 },
    { tierId: 3, rank: 3, segmentId: 12 },
  ]);
  expect(decision?.tierId).toBe(1);
  expect(decision?.losing.map((losing) => losing.tierId)).toEqual([2, 3]);
});

test('an account that nothing gives a tier has none', () => {
  expect(decideTier(null, [])).toBeNull();
});

test('the answer does not depend on the order of the segments', () => {
  const tiers = fc.uniqueArray(
    fc.record({ tierId: fc.nat(5), rank: fc.integer({ min: 1, max: 3 }), segmentId: fc.nat(50) }),
    { selector: (tier) => tier.segmentId, minLength: 1 },
  );
  fc.assert(
    fc.property(tiers, (given) => {
      expect(decideTier(null, [...given].reverse())).toEqual(decideTier(null, given));
    }),
    { seed: 20261122 },
  );
});
