import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { uncontrolled } from './control.ts';
import { costOf } from './problem.ts';
import { seededRandom } from './random.ts';
import { solveComponent } from './solve-component.ts';
import { drawInstance, problemOfInstance, readInstance } from './testing/assignment-instance.ts';

/** Published instances are not part of the project; where they are not at hand these tests are skipped. */
const folder = process.env.GAP_INSTANCES ?? '../shared/data/gap';
const isThere = existsSync(join(folder, 'best-known.csv'));

describe('published assignment instances', () => {
  it.skipIf(!isThere)(
    'reach the optimal values, or print what is left (skipped without GAP_INSTANCES)',
    () => {
      const best = new Map(
        readFileSync(join(folder, 'best-known.csv'), 'utf8')
          .trim()
          .split('\n')
          .slice(1)
          .map((line) => line.split(','))
          .map(([path, , , , , , , value]) => [path!.split('/').at(-1)!, Number(value)]),
      );
      const gaps: number[] = [];
      for (const name of readdirSync(join(folder, 'instances'))) {
        const problem = problemOfInstance(
          readInstance(readFileSync(join(folder, 'instances', name), 'utf8')),
        );
        const { cost, lowerBound } = solveComponent(problem, { seed: 1, effort: 'normal' }, uncontrolled);
        const optimum = best.get(name)!;
        const gap = cost / optimum - 1;
        gaps.push(gap);
        expect(lowerBound).toBeLessThanOrEqual(optimum + 1e-6);
        expect(cost).toBeGreaterThanOrEqual(optimum - 1e-6);
        if (gap > 1e-9)
          process.stdout.write(`${name}: ${cost} instead of ${optimum}, ${(gap * 100).toFixed(2)} % above\n`);
      }
      expect(gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length).toBeLessThan(0.005);
    },
    // Twenty seconds of work, and others may be at work beside it.
    240_000,
  );
});

describe('drawn assignment instances', () => {
  it.each(['A', 'B', 'C', 'D'] as const)('of type %s are solved within their capacities', (type) => {
    const instance = drawInstance(type, 5, 60, seededRandom(11));
    const problem = problemOfInstance(instance);
    const { cost, held, lowerBound } = solveComponent(problem, { seed: 1, effort: 'normal' }, uncontrolled);
    const loads = new Array<number>(instance.agents).fill(0);
    held.forEach((pair, item) => {
      const agent = problem.pairRep[pair]!;
      expect(agent).toBeLessThan(instance.agents);
      loads[agent]! += instance.weights[agent]![item]!;
    });
    loads.forEach((load, agent) => expect(load).toBeLessThanOrEqual(instance.capacities[agent]!));
    expect(costOf(problem, held)).toBe(cost);
    expect(cost).toBeLessThanOrEqual(lowerBound * 1.05);
  });
});
