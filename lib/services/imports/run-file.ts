import 'server-only';
import { setImmediate as yieldOnce, setTimeout as sleep } from 'node:timers/promises';
import type { Store } from '#db/client.ts';
import type { ImportRun } from '#db/queries/imports/import-run.ts';
import type { RowCounts } from '#db/queries/imports/import-rows.ts';
import type { RowHandler } from '#db/queries/imports/row-handler.ts';
import { type Tx, write } from '#db/write.ts';
import { type FileFacts, isBlankRow } from '#lib/imports/file-profile.ts';
import type { ReadRow, RowProblem, RowReader } from '#lib/imports/read-row.ts';
import { createScanner } from '#lib/imports/scanner.ts';
import type { Context } from '#lib/permissions/context.ts';
import { decodedChunks } from './import-file.ts';

/** How long a write may hold the lock, and how long others then have it. null = a scratch copy, nobody else is there. */
export type Pace = { batchMs: number; pauseMs: number } | null;

export const livePace: Pace = { batchMs: 24, pauseMs: 3 };

const SCRATCH_BATCH_CHARS = 2_000_000;
/** How many rows are read for the first batch; later ones as many as the last one managed in its time. */
const FIRST_ROWS = 100;
const MOST_ROWS = 5_000;
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

const pause = (milliseconds: number) => (milliseconds > 0 ? sleep(milliseconds) : yieldOnce());

export class Cancelled extends Error {}

/**
 * Calls `take` for every row of the file below its header, in batches of one write each; `afterBatch` belongs to the
 * same write, so a process that dies leaves whole batches. The rows of a batch are read while the lock is free. `skip` rows were taken by an earlier run: `observe` sees them.
 */
export async function eachRow(
  file: FileRun,
  steps: {
    take: (row: ReadRow) => void;
    observe?: (row: ReadRow) => void;
    skip?: number;
    startBatch?: (rows: readonly ReadRow[]) => void;
    endBatch?: () => void;
    afterBatch?: (tx: Tx, rowsDone: number) => void;
  },
): Promise<number> {
  const { ctx, store, facts, read, run, pace } = file;
  let waiting: { cells: string[]; line: number }[] = [];
  let ready: ReadRow[] = [];
  let rowsDone = 0;
  let expected = pace === null ? Number.POSITIVE_INFINITY : FIRST_ROWS;
  const scanner = createScanner(facts.layout, (cells, line) => {
    if (line > facts.header.line && !isBlankRow(cells)) waiting.push({ cells, line });
  });

  /** Takes what waits, as long as it makes whole batches, or all of it. */
  async function drain(isAll: boolean) {
    const rows = waiting;
    let at = 0;
    for (; at < rows.length && rowsDone < (steps.skip ?? 0); at += 1, rowsDone += 1) {
      const row = rows[at];
      if (row && steps.observe) steps.observe(read(row.cells, row.line));
    }
    const left = () => rows.length - at + ready.length;
    while (left() > 0 && (isAll || left() >= expected)) {
      if (file.isCancelled()) throw new Cancelled();
      const freeSince = performance.now();
      for (; at < rows.length && ready.length < expected; at += 1) {
        const row = rows[at] as { cells: string[]; line: number };
        ready.push(read(row.cells, row.line));
      }
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
          rowsDone += taken;
          steps.afterBatch?.(tx, rowsDone);
        },
        store,
      );
      if (pace) expected = Math.min(MOST_ROWS, Math.ceil((taken * pace.batchMs) / heldMs));
      ready = ready.slice(taken);
    }
    waiting = rows.slice(at);
  }

  let charsWaiting = 0;
  for await (const text of decodedChunks(file.path, facts.encoding.value)) {
    scanner.push(text);
    charsWaiting += text.length;
    // Each commit writes every page that its rows touched: a copy that nobody else waits for has few and large ones.
    if (pace === null && charsWaiting < SCRATCH_BATCH_CHARS) continue;
    charsWaiting = 0;
    await drain(pace === null);
  }
  scanner.end();
  await drain(true);
  return rowsDone;
}

/** Counts what the handler did with every row; they always add up to the rows read. */
export function countingTake(
  handler: RowHandler,
  counts: RowCounts,
  onProblem: (problem: RowProblem) => void,
): (row: ReadRow) => void {
  return (row) => {
    counts.read += 1;
    const outcome = row.rejected ? 'rejected' : handler.take(row);
    counts[outcome] += 1;
    if (row.problems.length === 0) return;
    counts.withProblems += 1;
    for (const problem of row.problems) onProblem(problem);
  };
}
