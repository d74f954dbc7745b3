import highsLoader from 'highs';
import { describe, expect, it } from 'vitest';
import { boundOfPrices } from './candidates.ts';
import { uncontrolled } from './control.ts';
import { costOf } from './problem.ts';
import { runHere, solvePlan } from './solve-plan.ts';
import { drawQuestion } from './testing/draw-question.ts';
import { programConstant, programOf } from './testing/problem-as-program.ts';

describe('the bound, the best possible plan by HiGHS, and ours', () => {
  const shapes = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((seed) => ({
    accounts: 12 + 3 * seed,
    reps: 3 + (seed % 3),
    seed,
    capFill: seed % 2 === 0 ? 0.95 : 0.7,
    lockRate: 0.05,
  }));

  it.each(shapes)('lie in this order for $accounts accounts and $reps reps, seed $seed', async (shape) => {
    const highs = await highsLoader();
    const { built, solved } = await solvePlan(drawQuestion(shape), runHere, uncontrolled);
    for (const [part, { problem }] of built.components.entries()) {
      if (problem.units === 0) continue;
      const { cost, lowerBound, held, prices } = solved[part]!;
      const answer = highs.solve(programOf(problem), {
        time_limit: 30,
        mip_rel_gap: 1e-9,
        mip_abs_gap: 1e-6,
      });
      expect(answer.Status).toBe('Optimal');
      const optimum = answer.ObjectiveValue + programConstant(problem);
      const room = 1e-6 * Math.abs(optimum) + 1e-3;
      expect(lowerBound).toBeLessThanOrEqual(optimum + room);
      expect(optimum).toBeLessThanOrEqual(cost + room);
      expect(costOf(problem, held)).toBeCloseTo(cost, 3);
      // Small parts are searched long enough to find the best plan, or one within two percent of it.
      expect(cost).toBeLessThanOrEqual(optimum * 1.02 + room);
      for (const scale of [0, 0.5, 1, 3]) {
        const scaled = prices.map((price) => price * scale);
        expect(boundOfPrices(problem, scaled)).toBeLessThanOrEqual(optimum + room);
      }
    }
  });
});
