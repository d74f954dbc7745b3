import 'server-only';
import { setTimeout as sleep } from 'node:timers/promises';
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

export const livePace: Pace = { batchMs: 18, pauseMs: 3 };

const SCRATCH_BATCH_CHARS = 2_000_000;

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

export class Cancelled extends Error {}

/**
 * Calls `take` for every row of the file below its header, in batches of one write each; `afterBatch` belongs to the
 * same write, so a process that dies leaves whole batches. `skip` rows were taken by an earlier run: `observe` sees them.
 */
export async function eachRow(
  file: FileRun,
  steps: {
    take: (row: ReadRow) => void;
    observe?: (row: ReadRow) => void;
    skip?: number;
    startBatch?: () => void;
    afterBatch?: (tx: Tx, rowsDone: number) => void;
  },
): Promise<number> {
  const { ctx, store, facts, read, run, pace } = file;
  let waiting: { cells: string[]; line: number }[] = [];
  let rowsDone = 0;
  const scanner = createScanner(facts.layout, (cells, line) => {
    if (line > facts.header.line && !isBlankRow(cells)) waiting.push({ cells, line });
  });

  async function drain() {
    const rows = waiting;
    waiting = [];
    let at = 0;
    for (; at < rows.length && rowsDone < (steps.skip ?? 0); at += 1, rowsDone += 1) {
      const row = rows[at];
      if (row && steps.observe) steps.observe(read(row.cells, row.line));
    }
    while (at < rows.length) {
      if (file.isCancelled()) throw new Cancelled();
      await write(
        ctx,
        (tx) => {
          const started = performance.now();
          run.startBatch();
          steps.startBatch?.();
          while (at < rows.length && (pace === null || performance.now() - started < pace.batchMs)) {
            const row = rows[at] as { cells: string[]; line: number };
            steps.take(read(row.cells, row.line));
            at += 1;
            rowsDone += 1;
          }
          steps.afterBatch?.(tx, rowsDone);
        },
        store,
      );
      if (pace) await sleep(pace.pauseMs);
    }
  }

  let charsWaiting = 0;
  for await (const text of decodedChunks(file.path, facts.encoding.value)) {
    scanner.push(text);
    charsWaiting += text.length;
    // Each commit writes every page that its rows touched: a copy that nobody else waits for has few and large ones.
    if (pace === null && charsWaiting < SCRATCH_BATCH_CHARS) continue;
    charsWaiting = 0;
    await drain();
  }
  scanner.end();
  await drain();
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
