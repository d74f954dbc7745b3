import 'server-only';
import { setImmediate as yieldOnce, setTimeout as sleep } from 'node:timers/promises';
import type { Store } from '#db/client.ts';
import type { ImportRun } from '#db/queries/imports/import-run.ts';
import type { RowCounts } from '#db/queries/imports/import-rows.ts';
import type { RowHandler } from '#db/queries/imports/row-handler.ts';
import { type Tx, write } from '#db/write.ts';
import { type FileFacts, isBlankRow } from '#lib/imports/file-profile.ts';
import type { ReadRow, RowProblem, RowReader } from '#lib/imports/read-row.ts';
import { createRowBlock, type RowBlock } from '#lib/imports/row-block.ts';
import { createScanner } from '#lib/imports/scanner.ts';
import type { Context } from '#lib/permissions/context.ts';
import { decodedChunks } from './import-file.ts';
import { keepOrder, keptOrder, ORDERED_ROWS, orderBy } from './row-order.ts';

/**
 * How long a write may hold the lock, and how long others then have it. null = a scratch copy, nobody else is there.
 * `orderedRows` is how many rows are put in order at a time where the handler has one.
 */
export type Pace = { batchMs: number; pauseMs: number; orderedRows?: number } | null;

export const livePace: Pace = { batchMs: 24, pauseMs: 3 };

const SCRATCH_BATCH_CHARS = 2_000_000;
/** Of rows in order, which touch the same pages again and again, a scratch copy takes more in one batch. */
const SCRATCH_BATCH_ROWS = 50_000;
/** How many rows are read for the first batch; later ones as many as the last one managed in its time. */
const FIRST_ROWS = 100;
const MOST_ROWS = 10_000;
/** A look at the clock costs a good part of what a row does. */
const CLOCK_ROWS = 8;

export type FileRun = {
  ctx: Context;
  store: Store;
  path: string;
  facts: FileFacts;
  run: ImportRun;
  read: RowReader;
  pace: Pace;
  isCancelled: () => boolean;
};

type Steps = {
  take: (row: ReadRow) => void;
  observe?: (row: ReadRow) => void;
  skip?: number;
  startBatch?: (rows: readonly ReadRow[]) => void;
  endBatch?: () => void;
  afterBatch?: (tx: Tx, rowsDone: number) => void;
  /** See `RowHandler.order`. */
  order?: ((rows: RowBlock) => Float64Array) | undefined;
};

/** Rows that wait to be taken, by place. */
type Waiting = { count: number; row: (at: number) => ReadRow };

const pause = (milliseconds: number) => (milliseconds > 0 ? sleep(milliseconds) : yieldOnce());

export class Cancelled extends Error {}

/** Takes rows in batches of one write each, as long as they make whole ones, or all of them. Returns how many it read. */
function batchTaker(file: FileRun, steps: Steps, rowsDone: () => number, done: (rows: number) => void) {
  const { ctx, store, run, pace } = file;
  let ready: ReadRow[] = [];
  let expected = pace !== null ? FIRST_ROWS : steps.order ? SCRATCH_BATCH_ROWS : Number.POSITIVE_INFINITY;

  return async (rows: Waiting, from: number, isAll: boolean): Promise<number> => {
    let at = from;
    const left = () => rows.count - at + ready.length;
    while (left() > 0 && (isAll || left() >= expected)) {
      if (file.isCancelled()) throw new Cancelled();
      const freeSince = performance.now();
      for (; at < rows.count && ready.length < expected; at += 1) ready.push(rows.row(at));
      if (pace) await pause(pace.pauseMs - (performance.now() - freeSince));
      let [taken, heldMs] = [0, 0];
      await write(
        ctx,
        (tx) => {
          const started = performance.now();
          run.startBatch();
          steps.startBatch?.(ready);
          while (taken < ready.length && (pace === null || heldMs < pace.batchMs)) {
            steps.take(ready[taken] as ReadRow);
            taken += 1;
            if (taken % CLOCK_ROWS === 0 || taken === ready.length) heldMs = performance.now() - started;
          }
          steps.endBatch?.();
          steps.afterBatch?.(tx, rowsDone() + taken);
          run.endBatch();
        },
        store,
      );
      done(taken);
      if (pace) expected = Math.min(MOST_ROWS, Math.ceil((taken * pace.batchMs) / heldMs));
      ready = ready.slice(taken);
    }
    return at;
  };
}

/**
 * Calls `take` for every row of the file below its header, in batches of one write each; `afterBatch` belongs to the
 * same write, so a process that dies leaves whole batches. The rows of a batch are read while the lock is free. `skip`
 * rows were taken by an earlier run: `observe` sees them. With `order`, rows are taken in that order, many at a time.
 */
export async function eachRow(file: FileRun, steps: Steps): Promise<number> {
  const { facts, read, run, pace } = file;
  const skip = steps.skip ?? 0;
  let waiting: { cells: string[]; line: number }[] = [];
  let rowsDone = 0;
  const takeBatches = batchTaker(
    file,
    steps,
    () => rowsDone,
    (rows) => {
      rowsDone += rows;
    },
  );
  const most = pace?.orderedRows ?? ORDERED_ROWS;
  let block = createRowBlock();
  const scanner = createScanner(facts.layout, (cells, line) => {
    if (line > facts.header.line && !isBlankRow(cells)) waiting.push({ cells, line });
  });
  run.mark();

  async function drain(isAll: boolean) {
    const rows = waiting;
    let at = 0;
    for (; at < rows.length && rowsDone < skip; at += 1, rowsDone += 1) {
      const row = rows[at];
      if (row && steps.observe) steps.observe(read(row.cells, row.line));
    }
    const row = (index: number) => {
      const { cells, line } = rows[index] as { cells: string[]; line: number };
      return read(cells, line);
    };
    at = await takeBatches({ count: rows.length, row }, at, isAll);
    waiting = rows.slice(at);
  }

  /** Takes what was gathered, in order; the order is kept before the first of it is written. */
  async function takeInOrder(order: (rows: RowBlock) => Float64Array) {
    const rows = block;
    const count = rows.size();
    block = createRowBlock();
    if (count === 0) return;
    const taken = Math.min(count, skip - rowsDone);
    const keys = taken > 0 ? null : order(rows);
    const places = keys ? orderBy(keys) : await keptOrder(file.path, rowsDone, count);
    if (pace && keys) await keepOrder(file.path, rowsDone, places);
    const row = (at: number) => {
      const place = places[at] as number;
      return rows.row(place, keys?.[place]);
    };
    for (let at = 0; at < taken; at += 1, rowsDone += 1) steps.observe?.(row(at));
    await takeBatches({ count, row }, Math.max(taken, 0), true);
  }

  async function gather(order: (rows: RowBlock) => Float64Array) {
    const rows = waiting;
    waiting = [];
    if (file.isCancelled()) throw new Cancelled();
    for (const { cells, line } of rows) {
      block.add(read(cells, line));
      if (block.size() >= most) await takeInOrder(order);
    }
  }

  let charsWaiting = 0;
  for await (const text of decodedChunks(file.path, facts.encoding.value)) {
    scanner.push(text);
    charsWaiting += text.length;
    if (steps.order) {
      await gather(steps.order);
      continue;
    }
    // Each commit writes every page that its rows touched: a copy that nobody else waits for has few and large ones.
    if (pace === null && charsWaiting < SCRATCH_BATCH_CHARS) continue;
    charsWaiting = 0;
    await drain(pace === null);
  }
  scanner.end();
  if (steps.order) {
    await gather(steps.order);
    await takeInOrder(steps.order);
    return rowsDone;
  }
  await drain(true);
  return rowsDone;
}

/** Counts what the handler did with every row; they always add up to the rows read. */
export function countingTake(
  run: ImportRun,
  handler: RowHandler,
  counts: RowCounts,
  onProblem: (problem: RowProblem) => void,
): (row: ReadRow) => void {
  return (row) => {
    counts.read += 1;
    run.terms.startRow(row.line);
    const outcome = row.rejected ? 'rejected' : handler.take(row);
    counts[outcome] += 1;
    if (row.problems.length === 0) return;
    counts.withProblems += 1;
    for (const problem of row.problems) onProblem(problem);
  };
}

/** Shows the handler a row that an earlier run took; a row that was rejected when read never came to it. */
export function observingRow(run: ImportRun, observe: (row: ReadRow) => void): (row: ReadRow) => void {
  return (row) => {
    if (row.rejected) return;
    run.terms.startRow(row.line);
    observe(row);
  };
}
