import highsLoader from 'highs';
import { type Built, buildPlan } from '#lib/territories/optimise/build.ts';
import type { CarveInput } from '#lib/territories/optimise/input.ts';
import { type Measures, measuresOf } from '#lib/territories/optimise/measures.ts';
import type { Proposal } from '#lib/territories/optimise/proposal.ts';
import { standingOf } from '#lib/territories/optimise/standing.ts';
import { programConstant, programOf } from '#lib/territories/optimise/testing/problem-as-program.ts';
import { openOptimiser } from '#workers/optimise/host.ts';
import { greedyBySize, kMeansByGeography, roundRobin } from './carve-baselines.ts';
import { drawMarket } from './carve-market.ts';
import { markdownTable, ms, quantile } from './statistics.ts';

const head = [
  'plan',
  'cost $M',
  'reps in the band of potential',
  'potential, % of target',
  'accounts over cap',
  'reps over capacity',
  'without a rep',
  'moved accounts',
  'moved pipeline',
  'km',
  'seconds',
];

function row(name: string, measures: Measures, seconds: number | null): string[] {
  const rate = (value: number | null) => (value === null ? '–' : (value * 100).toFixed(0));
  return [
    name,
    (measures.cost.totalAmount / 1e6).toFixed(2),
    `${measures.potential.repsInBand} of ${measures.reps}`,
    `${rate(measures.potential.lowestRate)}–${rate(measures.potential.highestRate)}`,
    String(measures.accountsOverCap),
    String(measures.repsOverCapacity),
    String(measures.unassigned),
    `${(measures.movedAccountsRate * 100).toFixed(1)} %`,
    `${(measures.movedPipelineRate * 100).toFixed(1)} %`,
    measures.meanKm === null ? '–' : measures.meanKm.toFixed(0),
    seconds === null ? '–' : seconds.toFixed(1),
  ];
}

function timed<T>(work: () => T): [T, number] {
  const startedAt = performance.now();
  return [work(), (performance.now() - startedAt) / 1000];
}

/** Where the plan moves more accounts than this, it is solved again with the wish that no more change hands. */
const mostMovedRate = 0.15;

/** The optimiser beside baselines at one size, with what-ifs; in worker threads, as the product runs it. */
export async function benchCarve(accounts: number, reps: number, seed = 1): Promise<string> {
  const input: CarveInput = drawMarket(accounts, reps, seed);
  const built = buildPlan(input);
  const rows = [row('as it is', measuresOf(standingOf(built, built.holding.now)), null)];
  for (const [name, make] of [
    ['round robin', roundRobin],
    ['greedy by size', greedyBySize],
    ['k-means by geography', kMeansByGeography],
  ] as const) {
    const [assignment, seconds] = timed(() => make(built));
    rows.push(row(name, measuresOf(standingOf(built, assignment)), seconds));
  }

  const baseBytes = process.memoryUsage().rss;
  let peakBytes = 0;
  const watch = setInterval(() => {
    peakBytes = Math.max(peakBytes, process.memoryUsage().rss - baseBytes);
  }, 50);
  const optimiser = openOptimiser(2);
  const cpu = process.cpuUsage();
  const startedAt = performance.now();
  const proposal = await optimiser.ask({ kind: 'solve', input, currency: 'USD' });
  const seconds = (performance.now() - startedAt) / 1000;
  const cpuSeconds = process.cpuUsage(cpu).user / 1e6;
  clearInterval(watch);
  rows.push(row('**Tessera**', proposal.after, seconds));

  const handMs: number[] = [];
  for (const move of proposal.moves.slice(0, 200)) {
    const askedAt = performance.now();
    await optimiser.ask({
      kind: 'handMove',
      accountId: move.accountId,
      repId: move.fromRepId,
      keepIt: false,
    });
    handMs.push(performance.now() - askedAt);
  }
  const againAt = performance.now();
  const alternatives = await optimiser.ask({ kind: 'alternatives', currency: 'USD' });
  const choiceSeconds = (performance.now() - againAt) / 1000;
  const leaves: string[] = [];
  for (const group of new Set(input.reps.map((rep) => rep.group))) {
    const gone = input.reps.find((rep) => rep.group === group)!.id;
    const used = process.cpuUsage();
    const askedAt = performance.now();
    await optimiser.ask({ kind: 'again', change: { leavingRepIds: [gone] }, currency: 'USD' });
    const wall = (performance.now() - askedAt) / 1000;
    leaves.push(`${group} ${wall.toFixed(1)} s (${(process.cpuUsage(used).user / 1e6).toFixed(1)} CPU-s)`);
    await optimiser.ask({ kind: 'again', change: { reps: input.reps }, currency: 'USD' });
  }
  if (proposal.after.movedAccountsRate > mostMovedRate) {
    const askedAt = performance.now();
    const few = { ...input, maxMovedRate: mostMovedRate };
    const capped = await optimiser.ask({ kind: 'solve', input: few, currency: 'USD' });
    const name = `Tessera, at most ${mostMovedRate * 100} % moved`;
    rows.push(row(name, capped.after, (performance.now() - askedAt) / 1000));
  }
  await optimiser.close();

  const notes = [
    `${proposal.gapSentence} ${cpuSeconds.toFixed(1)} CPU-s on two threads, ${(peakBytes / 2 ** 20).toFixed(0)} MiB more than before, plan ${proposal.digest}.`,
    `A rep leaves: ${leaves.join(', ')}. A move by hand: median ${ms(quantile(handMs, 0.5))} ms, p95 ${ms(quantile(handMs, 0.95))} ms. ${alternatives.length} plans between balance and disruption in ${choiceSeconds.toFixed(1)} s: ${alternatives
      .map(
        ({ measures }) =>
          `${(measures.movedAccountsRate * 100).toFixed(1)} % moved, ${measures.potential.repsInBand} in band`,
      )
      .join('; ')}.`,
  ];
  return [markdownTable(head, rows), markdownTable(partHead, await partRows(built, proposal)), ...notes].join(
    '\n\n',
  );
}

const partHead = [
  'part',
  'families × reps',
  'cost',
  'above the bound',
  '%',
  'HiGHS, best plan',
  'HiGHS, bound',
];
/** Beyond this many pairs HiGHS in WebAssembly finds nothing in the time given, or ends its module. */
const pairsForHighs = 5000;
const highsSeconds = 30;

async function partRows(built: Built, { parts }: Proposal): Promise<string[][]> {
  const rows: string[][] = [];
  for (const part of parts) {
    const component = built.components.find(({ problem }) => problem.units === part.families);
    const judged =
      component && component.problem.pairRep.length <= pairsForHighs ? await judge(component) : null;
    const money = (amount: number) => Math.round(amount).toLocaleString('en-US');
    rows.push([
      part.label,
      `${part.families} × ${part.reps}`,
      money(part.costAmount),
      money(part.gapAmount),
      `${(part.gapRate * 100).toFixed(2)} %`,
      judged?.plan === undefined ? '–' : money(judged.plan),
      judged?.bound === undefined ? '–' : money(judged.bound),
    ]);
  }
  return rows;
}

/** HiGHS on a part for half a minute: its best plan and its bound, proven optimal when they are the same. */
async function judge({ problem }: Built['components'][number]): Promise<{ plan?: number; bound?: number }> {
  try {
    const highs = await highsLoader();
    const answer = highs.solve(programOf(problem), { time_limit: highsSeconds, mip_rel_gap: 1e-6 });
    if (!Number.isFinite(answer.ObjectiveValue)) return {};
    const plan = answer.ObjectiveValue + programConstant(problem);
    return answer.Status === 'Optimal' ? { plan, bound: plan } : { plan };
  } catch {
    return {};
  }
}
