/**
 * `npm run bench [-- --suite server|engine|scale|carve] [-- --sizes 20000,100000] [-- --write]`: measures the product on seeded
 * data, and the server on a drawn market where `--sizes 1000000` asks for one. `server` (the default): previews, imports, waiting times, first loads and the planner's interactions through a production server. `engine`:
 * the evaluator alone. `scale`: an import of many accounts and ten times as many signals. `carve`: the optimiser alone.
 * `--write` puts the figures and the machine into docs/benchmarks.md.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { benchCarve } from '../bench/carve.ts';
import { benchInstances, benchPublished } from '../bench/carve-instances.ts';
import { benchWaits } from '../bench/concurrency.ts';
import { benchEditors } from '../bench/editors.ts';
import { benchEngine } from '../bench/engine.ts';
import { benchImport } from '../bench/import.ts';
import { benchInteractions } from '../bench/interactions.ts';
import { type BenchPage, benchPages } from '../bench/pages.ts';
import { ensureReps } from '../bench/planner-reps.ts';
import { benchPreview } from '../bench/preview.ts';
import { benchScale } from '../bench/scale.ts';
import { type BenchServer, isDrawn, root, startServer } from '../bench/server.ts';
import { isBuildStale } from './build-age.ts';
import { freePort, requireNode24, runNext } from './next-server.ts';

requireNode24('npm run bench');
const { values } = parseArgs({
  options: {
    write: { type: 'boolean', default: false },
    suite: { type: 'string', default: 'server' },
    sizes: { type: 'string' },
  },
});

const pages: readonly BenchPage[] = [
  { title: 'Segment builder', path: '/segments/seg_1' },
  { title: 'Accounts', path: '/accounts' },
  { title: 'Territory planner', path: '/territories', table: 'Balance of AE books' },
  { title: 'Territory map', path: '/territories?tab=map', table: 'States' },
];

const PLANNER_REPS = 200;

type Suite = { sizes: number[]; run: (accounts: number, isFirst: boolean) => Promise<string[]> };
const titleOf = (accounts: number) => `${accounts.toLocaleString('en-US')} accounts`;

async function withServer(
  accounts: number,
  use: (server: BenchServer) => Promise<string[]>,
): Promise<string[]> {
  if (isBuildStale(root) && (await runNext('build', [], { NODE_ENV: 'production' }, 'quiet')) !== 0)
    process.exit(1);
  const server = await startServer(accounts, await freePort(4100));
  try {
    return await use(server);
  } finally {
    await server.stop();
  }
}

/** How the pages come up, and how they answer once they are there. */
async function benchPlanner(server: BenchServer, title: string): Promise<string[]> {
  const loads = await benchPages(server, pages);
  await ensureReps(server, PLANNER_REPS);
  return [
    `### First load, ${title}`,
    loads,
    `### Interactions of the planner, ${title}, ${PLANNER_REPS} reps`,
    await benchInteractions(server),
  ];
}

const suites: Record<string, Suite> = {
  server: {
    sizes: [20_000, 100_000],
    run: (accounts) =>
      withServer(accounts, async (server) => {
        const title = titleOf(accounts);
        return [
          `### Preview through HTTP, ${title}`,
          await benchPreview(server),
          `### Waiting beside previews, ${title}`,
          await benchWaits(server, 10),
          `### Import of 100,000 new accounts beside ${title}`,
          await benchImport(server, 100_000),
          `### Twenty editors beside an import, ${title}`,
          await benchEditors(server, 100_000),
          ...(isDrawn(accounts) ? [] : await benchPlanner(server, title)),
        ];
      }),
  },
  engine: {
    sizes: [100_000],
    run: async (accounts) => [
      `### Preview in the evaluator, ${titleOf(accounts)}`,
      await benchEngine(accounts),
    ],
  },
  scale: {
    sizes: [100_000],
    run: (accounts) =>
      withServer(20_000, async (server) => [
        `### Import of ${titleOf(accounts)} and ten times as many signals`,
        await benchScale(server, accounts, Date.now()),
      ]),
  },
  carve: {
    sizes: [1000, 10_000, 100_000],
    run: async (accounts, isFirst) => {
      const reps = accounts < 100_000 ? Math.max(10, accounts / 100) : 200;
      return [
        `### Carve of ${titleOf(accounts)}, ${reps} reps`,
        await benchCarve(accounts, reps),
        ...(isFirst ? ['### Assignment instances', await benchInstances(), benchPublished()] : []),
      ];
    },
  },
};

/** Puts a suite's figures between its marker and the next one. */
function keep(suite: string, report: string): void {
  const file = join(root, 'docs', 'benchmarks.md');
  const markerOf = (name: string) => `<!-- figures of npm run bench -- --suite ${name} -->`;
  const text = readFileSync(file, 'utf8');
  const at = text.indexOf(markerOf(suite));
  if (at < 0) throw new Error(`docs/benchmarks.md has no place for ${suite}: ${markerOf(suite)}`);
  const from = at + markerOf(suite).length;
  const next = text.indexOf('<!-- figures of', from);
  writeFileSync(file, `${text.slice(0, from)}\n\n${report}\n${next < 0 ? '' : `\n${text.slice(next)}`}`);
}

const suite = suites[values.suite];
if (!suite) throw new Error(`There is no suite ${values.suite}: ${Object.keys(suites).join(', ')}.`);
const sizes = values.sizes?.split(',').map(Number) ?? suite.sizes;
const parts: string[] = [];
for (const accounts of sizes) {
  console.log(`\n${titleOf(accounts)}`);
  parts.push(...(await suite.run(accounts, accounts === sizes[0])));
}
const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`;
const machine = `${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ${memory} of memory, Node ${process.versions.node}, ${new Date().toISOString().slice(0, 10)}`;
const report = [`Machine: ${machine}.`, ...parts].join('\n\n');
console.log(`\n${report}`);
if (values.write) keep(values.suite, report);
