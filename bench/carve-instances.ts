import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import highsLoader from 'highs';
import { uncontrolled } from '#lib/territories/optimise/control.ts';
import { seededRandom } from '#lib/territories/optimise/random.ts';
import { solveComponent } from '#lib/territories/optimise/solve-component.ts';
import {
  drawInstance,
  problemOfInstance,
  readInstance,
} from '#lib/territories/optimise/testing/assignment-instance.ts';
import { programOf } from '#lib/territories/optimise/testing/problem-as-program.ts';
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

/** Where published instances with their best-known values lie, if somebody put them there. */
const published = process.env.GAP_INSTANCES ?? '../shared/data/gap';

/** Published assignment instances by the same core, against the best value known of each; a sentence where absent. */
export function benchPublished(): string {
  const table = join(published, 'best-known.csv');
  if (!existsSync(table)) return `Published instances: none in ${published}.`;
  const best = new Map(
    readFileSync(table, 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(','))
      .map(([path, , , , , , , value]) => [path!.split('/').at(-1)!, Number(value)]),
  );
  const groups = new Map<string, { gaps: number[]; hits: number; seconds: number; boundGaps: number[] }>();
  for (const name of readdirSync(join(published, 'instances')).sort()) {
    const known = best.get(name);
    if (known === undefined) continue;
    const problem = problemOfInstance(readInstance(readFileSync(join(published, 'instances', name), 'utf8')));
    const cpu = process.cpuUsage();
    const { cost, lowerBound } = solveComponent(problem, { seed: 1, effort: 'normal' }, uncontrolled);
    const key = name.replace(/-\d+$/, '');
    const group = groups.get(key) ?? { gaps: [], hits: 0, seconds: 0, boundGaps: [] };
    group.gaps.push(cost / known - 1);
    group.boundGaps.push(1 - lowerBound / known);
    group.hits += cost <= known ? 1 : 0;
    group.seconds += process.cpuUsage(cpu).user / 1e6;
    groups.set(key, group);
  }
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const percent = (rate: number) => `${(rate * 100).toFixed(2)} %`;
  const rows = [...groups].map(([key, { gaps, hits, seconds, boundGaps }]) => [
    key,
    String(gaps.length),
    percent(mean(gaps)),
    percent(Math.max(...gaps)),
    String(hits),
    percent(mean(boundGaps)),
    seconds.toFixed(1),
  ]);
  const all = [...groups.values()].flatMap(({ gaps }) => gaps);
  return [
    markdownTable(
      ['published', 'files', 'mean above the best known', 'most', 'optimal', 'bound below it', 'CPU-s'],
      rows,
    ),
    `Mean ${percent(mean(all))} above the best known of ${all.length} published instances.`,
  ].join('\n\n');
}
