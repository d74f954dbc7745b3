import { describe, expect, it } from 'vitest';
import { candidatesOf } from './candidates.ts';
import { uncontrolled } from './control.ts';
import { costOf } from './problem.ts';
import { seededRandom } from './random.ts';
import { redivide } from './redivide.ts';
import { solveComponent } from './solve-component.ts';
import { buildPlan } from './build.ts';
import { stateOf } from './state.ts';
import { drawQuestion } from './testing/draw-question.ts';

const input = drawQuestion({ accounts: 240, reps: 12, seed: 8, capFill: 0.8, lockRate: 0.05 });
const { components } = buildPlan({ ...input, effort: 'quick' });
const { problem } = components.reduce((a, b) => (b.problem.units > a.problem.units ? b : a));
const start = solveComponent(problem, { seed: 1, effort: 'quick' }, uncontrolled);
const candidates = candidatesOf(problem, start.prices, 12, Number.POSITIVE_INFINITY);

function divided(rounds: number) {
  const state = stateOf(problem, start.held);
  const division = { rounds, reps: 5, steps: 5000, heat: start.cost / problem.units };
  redivide(state, candidates, seededRandom(3), division, uncontrolled, start.lowerBound);
  return state;
}

describe('sharing out a few books anew', () => {
  it('only ever makes the plan cheaper, within the caps, and counts right', () => {
    const state = divided(60);
    expect(state.cost).toBeLessThan(start.cost);
    expect(costOf(problem, state.held)).toBeCloseTo(state.cost, 3);
    state.loads.forEach((load, at) => expect(load).toBeLessThanOrEqual(problem.cap[at]! + 1e-6));
    expect(state.overCount).toBe(0);
  });

  it('gives the same plan again, and stops when asked to', () => {
    expect([...divided(10).held]).toEqual([...divided(10).held]);
    const state = stateOf(problem, start.held);
    const division = { rounds: 9, reps: 5, steps: 5000, heat: 1000 };
    const stop = { ...uncontrolled, isCancelled: () => true };
    redivide(state, candidates, seededRandom(3), division, stop, start.lowerBound);
    expect([...state.held]).toEqual([...start.held]);
  });
});
