import highsLoader from 'highs';
import { uncontrolled } from '#lib/territories/optimise/control.ts';
import { seededRandom } from '#lib/territories/optimise/random.ts';
import { solveComponent } from '#lib/territories/optimise/solve-component.ts';
import { drawInstance, problemOfInstance } from '#lib/territories/optimise/testing/assignment-instance.ts';
import { programOf } from '#lib/territories/optimise/program.ts';
import { markdownTable } from './statistics.ts';

const shapes = [
  ['A', 5, 100],
  ['A', 10, 100],
  ['A', 20, 100],
  ['B', 5, 100],
  ['B', 10, 100],
  ['B', 20, 100],
  ['C', 5, 100],
  ['C', 10, 100],
  ['C', 20, 100],
] as const;
const highsSeconds = 20;

/** Assignment instances drawn by the published recipes, by the same core, beside the best that HiGHS finds. */
export async function benchInstances(): Promise<string> {
  const rows: string[][] = [];
  const gaps: number[] = [];
  for (const [type, agents, items] of shapes) {
    const problem = problemOfInstance(drawInstance(type, agents, items, seededRandom(agents * 1000 + items)));
    const cpu = process.cpuUsage();
    const { cost, lowerBound } = solveComponent(problem, { seed: 1, effort: 'normal' }, uncontrolled);
    const seconds = process.cpuUsage(cpu).user / 1e6;
    const highs = await highsLoader();
    const answer = highs.solve(programOf(problem), { time_limit: highsSeconds });
    const best = Math.min(cost, Math.round(answer.ObjectiveValue));
    gaps.push(cost / best - 1);
    rows.push([
      `${type} ${agents} × ${items}`,
      String(cost),
      lowerBound.toFixed(1),
      `${Math.round(answer.ObjectiveValue)}${answer.Status === 'Optimal' ? ' (optimal)' : ''}`,
      `${((cost / best - 1) * 100).toFixed(2)} %`,
      seconds.toFixed(1),
    ]);
  }
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
  return [
    markdownTable(
      ['instance', 'ours', 'our bound', `HiGHS in ${highsSeconds} s`, 'above the best known', 'CPU-s'],
      rows,
    ),
    `Mean ${(mean * 100).toFixed(2)} % above the best known.`,
  ].join('\n\n');
}
