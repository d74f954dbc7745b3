import { describe, expect, it } from 'vitest';
import type { PlanBook } from '#lib/shared/plan-shapes.ts';
import { teamShare } from './team-share.ts';

function book(name: string, potentialAmount: number, shareAfter: number | null): PlanBook {
  return {
    slot: 'ae',
    repId: `rep_${name}`,
    name,
    kind: shareAfter === null ? 'pool' : 'rep',
    managerId: null,
    managerName: null,
    capacityTouches: null,
    maxAccounts: null,
    shareBefore: null,
    shareAfter,
    before: null,
    after: { accounts: 1, potentialAmount, potentialUnknown: 0, workloadTouches: 0 },
  };
}

describe('teamShare', () => {
  // Even shares of 600 among three: 200 each.
  const over = book('over', 300, 1.5);
  const even = book('even', 200, 1);
  const under = book('under', 100, 0.5);
  const pool = book('pool', 9000, null);

  it('weighs members by their targets, and lets those above make up for those below', () => {
    const all = [over, even, under, pool];
    expect(teamShare([over, even], all, 'after')).toBeCloseTo(1.25);
    expect(teamShare([over, under], all, 'after')).toBeCloseTo(1);
  });

  it('counts the target of a member whose book is empty', () => {
    const empty = book('empty', 0, 0);
    const all = [book('a', 300, 1.5), book('b', 300, 1.5), empty];
    expect(teamShare([book('a', 300, 1.5), empty], all, 'after')).toBeCloseTo(0.75);
    expect(teamShare([empty], all, 'after')).toBe(0);
  });

  it('has no answer for pools and for a side that never was', () => {
    expect(teamShare([pool], [over, even, under, pool], 'after')).toBeNull();
    expect(teamShare([over], [over, even, under], 'before')).toBeNull();
  });
});
