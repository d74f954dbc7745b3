import { describe, expect, it } from 'vitest';
import { uncontrolled } from './control.ts';
import { exactBound, tightenBounds } from './exact-bound.ts';
import { gapsOf } from './gap.ts';
import { runHere, solvePlan } from './solve-plan.ts';
import { drawQuestion } from './testing/draw-question.ts';

const input = drawQuestion({ accounts: 30, reps: 3, seed: 6, capFill: 0.95, lockRate: 0.05 });

describe('the bound of a small part by branching', () => {
  it('closes the gap that prices leave, says so, and leaves the plan alone', async () => {
    const plain = await solvePlan(input, runHere, uncontrolled);
    const tight = await tightenBounds(plain, uncontrolled);
    expect(tight.digest).toBe(plain.digest);
    expect(tight.assignment).toBe(plain.assignment);
    const [before, after] = [gapsOf(plain).total, gapsOf(tight).total];
    expect(after.costAmount).toBe(before.costAmount);
    expect(after.lowerBoundAmount).toBeGreaterThan(before.lowerBoundAmount);
    expect(after.lowerBoundAmount).toBeLessThanOrEqual(after.costAmount);
    expect(gapsOf(tight).parts.map((part) => part.boundBy)).toContain('branching');
  });

  it('is not asked for after a stop', async () => {
    const plain = await solvePlan(input, runHere, uncontrolled);
    const stopped = await tightenBounds(plain, { ...uncontrolled, isCancelled: () => true });
    expect(stopped.solved.every((part) => part.boundBy === 'prices')).toBe(true);
  });

  it('is nothing when the other solver fails', async () => {
    const { built } = await solvePlan(input, runHere, uncontrolled);
    const { problem } = built.components.find((component) => component.problem.units > 0)!;
    const broken = { ...problem, pairCost: problem.pairCost.map(() => Number.NaN) };
    expect(await exactBound(broken, 1, uncontrolled)).toBeNull();
  });
});
