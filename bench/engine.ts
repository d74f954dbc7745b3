import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '#db/client.ts';
import { migrateDatabase } from '#db/migrate.ts';
import { seedDemo } from '#db/seed/seed-demo.ts';
import { keepIndex } from '#lib/evaluator/columns/index-keeper.ts';
import type { PreviewQuestion } from '#lib/evaluator/contract.ts';
import { type Answering, answering } from '#lib/evaluator/sqlite/tasks.ts';
import { storeBytes } from '#lib/engine/store.ts';
import { benchSegments } from './segments.ts';
import { markdownTable, ms, quantile } from './statistics.ts';

const warmUps = 3;
const checkpoint = async () => {};

const quick = { perCondition: false, unknowns: false, nearMisses: false, breakdowns: [], histograms: [] };
const full = {
  perCondition: true,
  unknowns: true,
  nearMisses: true,
  breakdowns: ['industry', 'country'],
  histograms: ['employees'],
};

function questionOf(segment: (typeof benchSegments)[number], round: number, now: number): PreviewQuestion {
  return {
    definition: segment.build(round),
    asOf: now,
    now,
    scope: { all: true },
    sort: { field: 'revenue', descending: true },
    limit: 50,
    cursor: null,
    overlaps: false,
    ...quick,
  };
}

type Times = { count: number; quick: number[]; full: number[] };

async function timesOf(ask: Answering, now: number, rounds: number): Promise<Map<string, Times>> {
  const found = new Map<string, Times>();
  for (const [index, segment] of benchSegments.entries()) {
    // No two segments ask for the same value, so that none finds a condition that another left.
    const firstRound = index * 2 * (rounds + warmUps);
    const times: Times = { count: 0, quick: [], full: [] };
    for (let round = 0; round < rounds + warmUps; round++) {
      const question = questionOf(segment, firstRound + round, now);
      const startedAt = performance.now();
      const first = await ask('preview', question, checkpoint);
      const quickMs = performance.now() - startedAt;
      const edited = { ...questionOf(segment, firstRound + rounds + warmUps + round, now), ...full };
      const editedAt = performance.now();
      await ask('preview', edited, checkpoint);
      const fullMs = performance.now() - editedAt;
      if (round === 0) times.count = first.count;
      if (round < warmUps) continue;
      times.quick.push(quickMs);
      times.full.push(fullMs);
    }
    found.set(segment.key, times);
  }
  return found;
}

async function loaded(path: string, now: number): Promise<{ ask: Answering; loadMs: number; bytes: number }> {
  const open = () => openStore(path, { readonly: true, busyMs: 5_000 }).connection;
  return new Promise((resolve) => {
    const startedAt = performance.now();
    const keeper = keepIndex({
      open,
      clock: () => now,
      pause: () => new Promise((go) => setImmediate(go)),
      onLoaded: ({ store }) => {
        const loadMs = performance.now() - startedAt;
        resolve({ ask: answering(open(), () => now, keeper), loadMs, bytes: storeBytes(store) });
      },
    });
    keeper.reload(0);
  });
}

/**
 * Previews of the benchmark segments in the evaluator itself, without HTTP: from columns and from SQLite statements,
 * every round with one condition edited to a value not asked before.
 */
export async function benchEngine(accounts: number, now: number, rounds = 12): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'tessera-engine-'));
  try {
    const path = join(folder, 'bench.db');
    await migrateDatabase(path);
    const store = openStore(path);
    await seedDemo(store, { now, accounts });
    store.connection.close();
    const plain = answering(openStore(path, { readonly: true, busyMs: 5_000 }).connection, () => now);
    const { ask, loadMs, bytes } = await loaded(path, now);
    const columns = await timesOf(ask, now, rounds);
    const sqlite = await timesOf(plain, now, rounds);
    const rows = benchSegments.map(({ key, title }) => {
      const fast = columns.get(key);
      const slow = sqlite.get(key);
      if (!fast || !slow || fast.count !== slow.count) throw new Error(`${key}: the two do not agree.`);
      const cells = [fast.quick, fast.full, slow.quick, slow.full];
      return [
        `${key} ${title}`,
        fast.count.toLocaleString('en-US'),
        ...cells.map((times) => `${ms(quantile(times, 0.5))} (${ms(quantile(times, 0.95))})`),
      ];
    });
    const table = markdownTable(
      ['segment', 'accounts', 'columns', 'columns, all details', 'SQLite', 'SQLite, all details'],
      rows,
    );
    const megabytes = (bytes / 2 ** 20).toFixed(0);
    return `Columns read in ${(loadMs / 1000).toFixed(1)} s, ${megabytes} MiB. Median ms (p95).\n\n${table}`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
