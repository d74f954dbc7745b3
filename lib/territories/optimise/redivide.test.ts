import { describe, expect, it } from 'vitest';
import { candidatesOf } from './candidates.ts';
import { uncontrolled } from './control.ts';
import { costOf } from './problem.ts';
import { seededRandom } from './random.ts';
import { redivide } from './redivide.ts';
import { solveComponent } from './solve-component.ts';
import { buildPlan } from './build.ts';
import { stateOf } from './state.ts';
import { problemOfInstance } from './testing/assignment-instance.ts';
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

  it('makes room for what nobody holds', () => {
    // 7 + 4 and 5 + 4 in books of 12: the last 4 fits only once a 4 and the 5 have changed places.
    const weights = [7, 4, 5, 4, 4];
    const full = problemOfInstance({
      agents: 2,
      items: weights.length,
      costs: [weights.map(() => 10), weights.map(() => 10)],
      weights: [weights, weights],
      capacities: [12, 12],
    });
    const pairs = [0, 0, 1, 1, 2].map((rep, unit) => full.first[unit]! + rep);
    const state = stateOf(full, Int32Array.from(pairs));
    const all = candidatesOf(full, new Float64Array(full.cap.length), 2, Number.POSITIVE_INFINITY);
    redivide(state, all, seededRandom(3), { rounds: 2, reps: 2, steps: 5000, heat: 10 }, uncontrolled, 0);
    expect(state.books[2]).toEqual([]);
    expect(state.cost).toBe(50);
    expect(costOf(full, state.held)).toBe(50);
    expect([...state.loads.slice(3, 5)]).toEqual([12, 12]);
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
