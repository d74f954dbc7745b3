import { existsSync, mkdirSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Connection, openStore } from '#db/client.ts';
import { migrateDatabase } from '#db/migrate.ts';
import { storeBytes } from '#lib/engine/store.ts';
import { type ColumnIndex, type IndexKeeper, keepIndex } from '#lib/evaluator/columns/index-keeper.ts';
import { standBeside } from '#lib/evaluator/columns/read-beside.ts';
import { keepLoopsApart } from '#lib/evaluator/columns/loops.ts';
import { snapshotTaker } from '#lib/evaluator/columns/snapshots.ts';
import { warmUp } from '#lib/evaluator/columns/warm-up.ts';
import type { Preview, PreviewQuestion } from '#lib/evaluator/contract.ts';
import { answerMembers, answerPreview } from '#lib/evaluator/sqlite/preview.ts';
import { resolveQuestion } from '#lib/evaluator/sqlite/question.ts';
import { openSession, refreshSession, type Session } from '#lib/evaluator/sqlite/session.ts';
import { previewQuestion } from '#lib/evaluator/testing/preview-question.ts';
import type { SegmentDefinition } from '#lib/rules/ast.ts';
import { foldText } from '#lib/shared/text.ts';
import { duckOutputs, openDuck } from './columns/duck.ts';
import { type Codes, duckScore, duckSegments } from './columns/duck-segments.ts';
import { fingerprint, type Outputs, outputsOf } from './columns/outputs.ts';
import { flatSegments, makeFlatView, queryBuilderOutputs } from './columns/query-builder.ts';
import { benchRefresh } from './columns/refresh.ts';
import { benchReopen } from './columns/reopen.ts';
import { scoredBits } from './columns/score.ts';
import { writeMarket } from './market/write-market.ts';
import { account, all, benchSegments } from './segments.ts';
import { root } from './server.ts';
import { markdownTable, ms, quantile } from './statistics.ts';

const checkpoint = async () => {};
const WARM_UPS = 4;

const shown = {
  perCondition: true,
  breakdowns: ['industry', 'country'],
  histograms: ['employees'],
};

function questionOf(definition: SegmentDefinition, now: number): PreviewQuestion {
  return { ...previewQuestion(definition, now), limit: 50, ...shown };
}

/** Median and fastest of `rounds` after some that do not count; `ask` gets the number of the round. */
async function timed<T>(rounds: number, ask: (round: number) => T | Promise<T>) {
  const times: number[] = [];
  let last: T | undefined;
  for (let round = 0; round < rounds + (rounds > 3 ? WARM_UPS : 1); round++) {
    const startedAt = performance.now();
    last = await ask(round);
    times.push(performance.now() - startedAt);
  }
  const counted = times.slice(-rounds);
  return {
    median: quantile(counted, 0.5),
    best: Math.min(...counted),
    last: last as T,
    round: times.length - 1,
  };
}

type Loaded = {
  keeper: IndexKeeper;
  readySeconds: number;
  completeSeconds: number;
  bytes: number;
  readyBytes: number;
};

function load(open: () => Connection, now: number): Promise<Loaded> {
  return new Promise((resolve, reject) => {
    const startedAt = performance.now();
    const seconds = () => (performance.now() - startedAt) / 1000;
    const take = snapshotTaker(open, () => now);
    let ready = { readySeconds: 0, readyBytes: 0 };
    const keeper = keepIndex({
      take,
      takeBeside: (at) => standBeside(take, open, at),
      clock: () => now,
      pause: () => new Promise((go) => setImmediate(go)),
      sleep,
      onFailed: reject,
      onLoaded: ({ store }) => {
        ready = { readySeconds: seconds(), readyBytes: storeBytes(store) };
        keeper.current = keeper.next;
        keeper.next = null;
      },
      onComplete: (index: ColumnIndex) => {
        const completeSeconds = seconds();
        index.snapshot?.release();
        index.snapshot = null;
        const session = openSession(open(), keeper);
        refreshSession(session, now);
        session.connection.close();
        resolve({ keeper, ...ready, completeSeconds, bytes: storeBytes(index.store) });
      },
    });
    keeper.reload(0);
  });
}

function codesOf(connection: Connection): Codes & { one: (field: string, label: string) => number } {
  const find = connection
    .prepare<[string, string], number>('SELECT id FROM terms WHERE field = ? AND folded = ?')
    .pluck();
  const one = (field: string, label: string) => find.get(field, foldText(label)) ?? -1;
  return Object.assign(
    (field: string, ...labels: string[]) => labels.map((label) => one(field, label)).join(', '),
    { one },
  );
}

/** Throws when an engine answers otherwise than the columns. */
function expectSame(key: string, engine: string, expected: Outputs, found: Outputs): void {
  if (fingerprint(expected) === fingerprint(found)) return;
  throw new Error(`${key}: ${engine} answers otherwise.\n${fingerprint(expected)}\n${fingerprint(found)}`);
}

type Measured = { median: number; best: number };
const cell = (found: Measured | undefined) => (found ? `${ms2(found.median)} (${ms2(found.best)})` : '–');
const ms2 = (value: number) => (value < 10 ? value.toFixed(2) : ms(value));

/**
 * All outputs of a preview after one edited condition, in the evaluator itself: from columns, by SQL statements on the
 * same SQLite file with the unedited conditions kept, by DuckDB, and by a query builder's SQL where it can say the
 * rule. Then the membership of 200 segments. Throws when two of them do not agree.
 */
export async function benchEngine(accounts: number): Promise<string> {
  // As the thread does that answers people.
  keepLoopsApart();
  const now = Date.UTC(2026, 10, 27);
  const folder = join(root, 'data', `bench-market-${accounts}`);
  const path = join(folder, 'tessera.db');
  mkdirSync(folder, { recursive: true });
  if (existsSync(path)) await migrateDatabase(path);
  else await writeMarket(path, accounts, now);
  const open = () => openStore(path, { readonly: true, busyMs: 5_000 }).connection;
  const loadBefore = loadavg()[0] ?? 0;
  const loaded = await load(open, now);
  if (!loaded.keeper.current) throw new Error('The columns are not there.');
  const kept = await benchReopen(open, loaded.keeper.current, `${path}.columns`);
  const fast = openSession(open(), loaded.keeper);
  const plain = openSession(open());
  for (const session of [fast, plain]) refreshSession(session, now);
  await warmUp((question) => answerPreview(fast, question, checkpoint), loaded.keeper.current.store, now);
  const codes = codesOf(plain.connection);
  const duck = await openDuck(join(folder, 'market.duckdb'), plain.connection);
  const slowRounds = accounts > 200_000 ? 3 : 7;
  const ask = (session: Session, definition: SegmentDefinition) =>
    answerPreview(session, questionOf(definition, now), checkpoint);
  const written = (preview: Preview) => outputsOf(preview, codes.one);
  const byHand = duckSegments(codes, now);
  const rows: string[][] = [];
  let edges: number[] = [];
  for (const { key, title, build } of benchSegments) {
    const columns = await timed(21, (round) => ask(fast, build(round)));
    const details = await timed(11, (round) =>
      answerPreview(
        fast,
        { ...questionOf(build(500 + round), now), unknowns: true, nearMisses: true, overlaps: true },
        checkpoint,
      ),
    );
    const sqlite = await timed(slowRounds, (round) => ask(plain, build(round)));
    const bins = columns.last.histograms.employees?.bins ?? [];
    edges = [...bins.map(({ from }) => from), bins.at(-1)?.to ?? 0];
    const hand = byHand[key as keyof typeof byHand];
    const duckdb = await timed(slowRounds, (round) => {
      const { where, edited } = hand(round);
      return duckOutputs(duck, where, edited, edges);
    });
    expectSame(key, 'SQLite', written(await ask(fast, build(sqlite.round))), written(sqlite.last));
    expectSame(key, 'DuckDB', written(await ask(fast, build(duckdb.round))), duckdb.last);
    const flat = flatSegments.find((one) => one.key === key);
    const builder = flat && (await benchFlat(flat));
    rows.push([
      `${key} ${title}`,
      columns.last.count.toLocaleString('en-US'),
      ...[columns, details, sqlite, duckdb, builder].map(cell),
      `${Math.round(duckdb.median / columns.median)} ×`,
    ]);
    console.log(`  ${rows.at(-1)?.join(' · ')}`);
  }

  async function benchFlat({ key, build, query }: (typeof flatSegments)[number]): Promise<Measured> {
    const connection = open();
    makeFlatView(connection);
    const found = await timed(slowRounds, (round) => queryBuilderOutputs(connection, query(round), edges));
    expectSame(key, 'the query builder', written(await ask(fast, build(found.round))), found.last);
    connection.close();
    return found;
  }

  for (const flat of flatSegments.filter(({ key }) => !benchSegments.some((one) => one.key === key))) {
    const columns = await timed(21, (round) => ask(fast, flat.build(round)));
    const builder = await benchFlat(flat);
    rows.push([
      `${flat.key}: ${flat.title}`,
      columns.last.count.toLocaleString('en-US'),
      ...[columns, undefined, undefined, undefined, builder].map(cell),
      '–',
    ]);
  }

  const everyone = questionOf(account(all()), now);
  const score = async (round: number) => {
    const resolved = resolveQuestion(fast, everyone);
    return answerMembers(fast, resolved, everyone, scoredBits(fast, round, everyone), checkpoint);
  };
  const scored = await timed(21, score);
  const duckScored = await timed(slowRounds, (round) => {
    const { where, edited } = duckScore(codes, now, round);
    return duckOutputs(duck, where, edited, edges);
  });
  expectSame('S6', 'DuckDB', written((await score(duckScored.round)) as Preview), duckScored.last);
  rows.push([
    'S6 Score of ten weighted conditions',
    scored.last.count.toLocaleString('en-US'),
    ...[scored, undefined, undefined, duckScored, undefined].map(cell),
    `${Math.round(duckScored.median / scored.median)} ×`,
  ]);
  const refresh = benchRefresh(fast, now);
  const table = markdownTable(
    [
      ...['segment', 'accounts', 'columns', 'columns, with unknowns, near-misses, overlaps'],
      ...['SQLite', 'DuckDB', 'query builder', 'DuckDB : columns'],
    ],
    rows,
  );
  const perAccount = (bytes: number) => `${Math.round(bytes / accounts)} bytes an account`;
  return [
    `Ready ${loaded.readySeconds.toFixed(1)} s after start (${perAccount(loaded.readyBytes)}), all columns after ${loaded.completeSeconds.toFixed(1)} s (${perAccount(loaded.bytes)}). Load of the machine, 1 minute: ${loadBefore.toFixed(1)} before, ${(loadavg()[0] ?? 0).toFixed(1)} after. Median ms (fastest).`,
    `Kept beside the database (${Math.round(kept.bytes / 2 ** 20).toLocaleString('en-US')} MiB, written in ${kept.writeSeconds.toFixed(1)} s), all columns are ready ${kept.readSeconds.toFixed(1)} s after the next start.`,
    table,
    `200 segments with ${refresh.members.toLocaleString('en-US')} members: all evaluated and held against the membership before in ${ms(refresh.coldMs)} ms with no condition kept, ${ms(refresh.warmMs)} ms with all kept; all 200 for one account in ${refresh.accountUs.toFixed(0)} µs.`,
  ].join('\n\n');
}
