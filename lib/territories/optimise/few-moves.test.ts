import { describe, expect, it } from 'vitest';
import { uncontrolled } from './control.ts';
import { gapSentence } from './gap.ts';
import type { CarveInput } from './input.ts';
import { type Carved, runHere, solveAgain } from './solve-plan.ts';
import { movedRate, solveWithin } from './solve-within.ts';
import { drawQuestion } from './testing/draw-question.ts';
import { brokenRules } from './testing/verify-plan.ts';

const drawn = drawQuestion({ accounts: 200, reps: 6, seed: 31, capFill: 0.6, lockRate: 0 });
const input: CarveInput = { ...drawn, effort: 'quick' };
const solve = (question: CarveInput) => solveWithin(question, runHere, uncontrolled);

function byId({ built, assignment }: Carved): Map<number, number> {
  return new Map(
    built.input.accounts.flatMap((account, index) => {
      const rep = built.input.reps[assignment[index]!];
      return rep ? [[account.id, rep.id] as const] : [];
    }),
  );
}

describe('the wish that few accounts change hands', () => {
  it('is kept by a price on every move, said in a sentence, and breaks no rule', async () => {
    const free = await solve(input);
    const most = movedRate(free) * 0.85;
    const capped = await solve({ ...input, maxMovedRate: most });
    expect(movedRate(capped)).toBeLessThanOrEqual(most);
    expect(capped.extraMoveAmount).toBeGreaterThan(0);
    expect(brokenRules({ ...input, maxMovedRate: most }, byId(capped))).toEqual([]);
    expect(gapSentence(capped, 'USD')).toMatch(/Every move is priced .+ higher, so that at most/);
    for (const part of capped.solved) expect(part.lowerBound).toBeLessThanOrEqual(part.cost + 1e-3);
    const again = await solve({ ...input, maxMovedRate: most });
    expect(again.digest).toBe(capped.digest);
  });

  it('costs nothing where few enough move anyway', async () => {
    const free = await solve(input);
    const same = await solve({ ...input, maxMovedRate: movedRate(free) });
    expect(same.digest).toBe(free.digest);
    expect(same.extraMoveAmount).toBe(0);
  });

  it('says so when more must move than it allows', async () => {
    const carved = await solve({ ...input, maxMovedRate: 0 });
    expect(movedRate(carved)).toBeGreaterThan(0);
    expect(gapSentence(carved, 'USD')).toMatch(
      /More than 0\.0.% of the accounts change hands, even with every move/,
    );
  });

  it('searches as hard as asked also when more must move than it allows', async () => {
    const costOf = ({ solved }: Carved) => solved.reduce((sum, { cost }) => sum + cost, 0);
    const [quick, normal] = [
      await solve({ ...input, maxMovedRate: 0 }),
      await solve({ ...input, maxMovedRate: 0, effort: 'normal' }),
    ];
    expect(normal.extraMoveAmount).toBe(quick.extraMoveAmount);
    expect(costOf(normal)).toBeLessThan(costOf(quick));
  });

  it('says that it was stopped when that was between two searches', async () => {
    let searches = 0;
    const stopped = { ...uncontrolled, isCancelled: () => searches >= 2 };
    const run: typeof runHere = async (jobs) => {
      const found = await runHere(jobs, uncontrolled);
      searches += 1;
      return found;
    };
    const carved = await solveWithin({ ...input, maxMovedRate: 0 }, run, stopped);
    expect(searches).toBe(2);
    expect(carved.isStoppedEarly).toBe(true);
    expect(gapSentence(carved, 'USD')).toMatch(
      /even with every move \S+ dearer\. The search was stopped early/,
    );
  });

  it('keeps its price when a move is refused', async () => {
    const most = movedRate(await solve(input)) * 0.85;
    const capped = await solve({ ...input, maxMovedRate: most });
    const moved = input.accounts.find(
      (account) => account.repId !== null && (byId(capped).get(account.id) ?? 0) !== account.repId,
    )!;
    const refusals = [{ accountId: moved.id, repId: byId(capped).get(moved.id) ?? 0 }];
    const again = await solveAgain(capped, { refusals }, runHere, uncontrolled);
    expect(again.extraMoveAmount).toBe(capped.extraMoveAmount);
  });
});
