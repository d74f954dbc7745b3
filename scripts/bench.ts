/**
 * `npm run bench [-- --write] [-- --sizes 20000,100000] [-- --engine]`: previews, imports, waiting times and first
 * loads through a production server, on seeded data. `--engine` asks the evaluator alone, from columns and from SQLite,
 * and starts no server; `--carve` measures the optimiser alone. `--write` puts the figures and the machine into docs/benchmarks.md.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { benchCarve } from '../bench/carve.ts';
import { benchInstances } from '../bench/carve-instances.ts';
import { benchWaits } from '../bench/concurrency.ts';
import { benchEngine } from '../bench/engine.ts';
import { benchImport } from '../bench/import.ts';
import { benchPages } from '../bench/pages.ts';
import { benchPreview } from '../bench/preview.ts';
import { root, startServer } from '../bench/server.ts';
import { isBuildStale } from './build-age.ts';
import { freePort, requireNode24, runNext } from './next-server.ts';

requireNode24('npm run bench');
const { values } = parseArgs({
  options: {
    write: { type: 'boolean', default: false },
    engine: { type: 'boolean', default: false },
    carve: { type: 'boolean', default: false },
    sizes: { type: 'string', default: '20000,100000' },
  },
});
const sizes = values.sizes.split(',').map(Number);
const parts: string[] = [];

async function benchServer(): Promise<void> {
  if (isBuildStale(root) && (await runNext('build', [], { NODE_ENV: 'production' }, 'quiet')) !== 0)
    process.exit(1);

  for (const accounts of sizes) {
    const title = `${accounts.toLocaleString('en-US')} accounts`;
    console.log(`\n${title}`);
    const server = await startServer(accounts, await freePort(4100));
    try {
      parts.push(`### Preview through HTTP, ${title}`, await benchPreview(server));
      parts.push(`### Waiting beside previews, ${title}`, await benchWaits(server, 10));
      parts.push(`### Import of 100,000 new accounts beside ${title}`, await benchImport(server, 100_000));
      if (accounts === sizes[0]) {
        parts.push(
          '### First load',
          await benchPages(server, [
            { title: 'Segment builder', path: '/segments/seg_1' },
            { title: 'Accounts', path: '/accounts' },
          ]),
        );
      }
    } finally {
      await server.stop();
    }
  }
}

async function benchEvaluator(): Promise<void> {
  for (const accounts of sizes) {
    const title = `${accounts.toLocaleString('en-US')} accounts`;
    console.log(`\n${title}`);
    parts.push(`### Preview in the evaluator, ${title}`, await benchEngine(accounts, Date.now()));
  }
}

async function benchOptimiser(): Promise<void> {
  for (const [accounts, reps] of [
    [1000, 10],
    [10_000, 100],
    [100_000, 200],
  ] as const) {
    const title = `${accounts.toLocaleString('en-US')} accounts, ${reps} reps`;
    console.log(`\n${title}`);
    parts.push(`### Carve of ${title}`, await benchCarve(accounts, reps));
  }
  parts.push('### Assignment instances', await benchInstances());
}

await (values.carve ? benchOptimiser() : values.engine ? benchEvaluator() : benchServer());

const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`;
const machine = `${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ${memory} of memory, Node ${process.versions.node}, ${new Date().toISOString().slice(0, 10)}`;
const report = [`Machine: ${machine}.`, ...parts].join('\n\n');
console.log(`\n${report}`);
if (values.write) {
  const file = join(root, 'docs', 'benchmarks.md');
  const serverMarker = '<!-- figures below are written by npm run bench -- --write -->';
  const engineMarker = '<!-- figures below are written by npm run bench -- --engine --write -->';
  const [head = '', rest = ''] = readFileSync(file, 'utf8').split(serverMarker);
  const carveMarker = '<!-- figures below are written by npm run bench -- --carve --write -->';
  const [server = '', others = ''] = rest.split(engineMarker);
  const [engine = '', carve = ''] = others.split(carveMarker);
  const kept = [server.trim(), engine.trim(), carve.trim()];
  kept[values.carve ? 2 : values.engine ? 1 : 0] = report;
  const [first, second, third] = kept;
  writeFileSync(
    file,
    `${head}${serverMarker}\n\n${first}\n\n${engineMarker}\n\n${second}\n\n${carveMarker}\n\n${third}\n`,
  );
}
