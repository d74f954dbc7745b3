import { describe, expect, it } from 'vitest';
import { buildPlan } from './build.ts';
import type { CarveInput } from './input.ts';
import { measuresOf } from './measures.ts';
import { standingOf } from './standing.ts';
import { suggestSwaps } from './swap-suggestions.ts';
import { drawQuestion } from './testing/draw-question.ts';
import { brokenRules } from './testing/verify-plan.ts';

const input: CarveInput = {
  ...drawQuestion({ accounts: 120, reps: 6, seed: 17, capFill: 0.5, lockRate: 0.05 }),
  effort: 'quick',
};
const built = buildPlan(input);
const repIds = input.reps.map((rep) => rep.id);

describe('swaps that help a book', () => {
  const all = repIds.map((repId) => ({ repId, swaps: suggestSwaps(built, repId) }));

  it('are few, about this rep, and use each family once', () => {
    expect(all.flatMap(({ swaps }) => swaps).length).toBeGreaterThan(3);
    for (const { repId, swaps } of all) {
      expect(swaps.length).toBeLessThanOrEqual(5);
      const accounts = swaps.flatMap((swap) => swap.moves.flatMap((move) => move.accountIds));
      expect(new Set(accounts).size).toBe(accounts.length);
      for (const { moves } of swaps) {
        for (const { fromRepId, toRepId } of moves) expect([fromRepId, toRepId]).toContain(repId);
      }
    }
  });

  it('do what they say on every measure, and break no rule that was kept before', () => {
    const indexOf = new Map(input.reps.map((rep, index) => [rep.id, index]));
    const nameless = (plan: Map<number, number>) => brokenRules(input, plan).length;
    for (const { swaps } of all) {
      for (const { moves, before, after, savesAmount } of swaps) {
        const assignment = Int32Array.from(built.holding.now);
        const target = new Map(
          moves.flatMap((move) => move.accountIds.map((id) => [id, move.toRepId] as const)),
        );
        input.accounts.forEach((account, index) => {
          const repId = target.get(account.id);
          if (repId !== undefined) assignment[index] = indexOf.get(repId)!;
        });
        expect(measuresOf(standingOf(built, assignment))).toMatchObject({
          movedAccounts: after.movedAccounts,
          potential: after.potential,
          accountsOverCap: after.accountsOverCap,
        });
        expect(before.cost.totalAmount - after.cost.totalAmount).toBeCloseTo(savesAmount, 6);
        const isOver = (measures: typeof before) => measures.accountsOverCap + measures.repsOverCapacity > 0;
        expect(savesAmount > 0 || isOver(before)).toBe(true);
        const planOf = (held: Int32Array) =>
          new Map(
            input.accounts.flatMap((account, index) => {
              const rep = input.reps[held[index]!];
              return rep ? [[account.id, rep.id] as const] : [];
            }),
          );
        expect(nameless(planOf(assignment))).toBeLessThanOrEqual(nameless(planOf(built.holding.now)));
      }
    }
  });

  it('leave a full book full, however much a large account in it would even out', () => {
    const large = {
      ...input,
      accounts: input.accounts.map((account) => ({
        ...account,
        potentialAmount: 1000 * (account.potentialAmount ?? 0),
      })),
    };
    const counts = Map.groupBy(large.accounts, (account) => account.repId);
    const full = {
      ...large,
      reps: large.reps.map((rep) => ({
        ...rep,
        capTouches: null,
        capAccounts: counts.get(rep.id)?.length ?? 0,
      })),
    };
    const swaps = repIds.flatMap((repId) => suggestSwaps(buildPlan(full), repId));
    expect(swaps.length).toBeGreaterThan(3);
    for (const { before, after } of swaps) {
      expect(after.accountsOverCap).toBeLessThanOrEqual(before.accountsOverCap);
    }
  });

  it('never touch what is locked, and are none for somebody unknown', () => {
    const locked = new Set(
      input.accounts.filter((item) => item.lockedRepId !== null).map((item) => item.familyId),
    );
    const family = new Map(input.accounts.map((account) => [account.id, account.familyId]));
    for (const { swaps } of all) {
      for (const id of swaps.flatMap((swap) => swap.moves.flatMap((move) => move.accountIds))) {
        expect(locked.has(family.get(id)!)).toBe(false);
      }
    }
    expect(suggestSwaps(built, 999_999)).toEqual([]);
  });
});
