import 'server-only';
import { type Store, store as processStore } from '#db/client.ts';
import { clearProblems, countsOf, findImport, patchImport } from '#db/queries/imports/import-rows.ts';
import { rowHandler } from '#db/queries/imports/row-handlers.ts';
import { type Tx, write } from '#db/write.ts';
import { entityLabels } from '#lib/imports/import-fields.ts';
import type { ImportReport } from '#lib/imports/import-view.ts';
import { importOptionsSchema } from '#lib/imports/options.ts';
import type { RowProblem } from '#lib/imports/read-row.ts';
import type { Context } from '#lib/permissions/context.ts';
import { appError } from '#lib/shared/errors.ts';
import { afterDataChange, noteBatch } from './after-data-change.ts';
import { emptyReport, readReport, tallyLists } from './build-report.ts';
import { noRows } from './check-import.ts';
import { factsOf } from './facts.ts';
import { finishRun } from './finish-run.ts';
import { importFilePath } from './import-file.ts';
import { prepareRun } from './prepare-run.ts';
import { createProblemCounter } from './problem-groups.ts';
import { dropOrder } from './row-order.ts';
import { countingTake, eachRow, livePace, observingRow, type Pace } from './run-file.ts';
import { problemWriter } from './stored-problems.ts';

/**
 * Writes a checked import in small batches. Each batch carries its rows, their before-images, their problems and how far
 * it got, so a process killed at any point goes on behind the last whole batch. A cancel request ends it with
 * `Cancelled`; the caller then takes back what was written.
 */
export async function applyImport(
  ctx: Context,
  importId: number,
  store: Store = processStore(),
  pace: Pace = livePace,
): Promise<void> {
  const row = findImport(store.connection, importId);
  if (!row || row.status !== 'applying' || !row.options) return;
  const started = performance.now();
  const options = importOptionsSchema.parse(JSON.parse(row.options));
  const facts = await factsOf(row, options);
  const isResumed = row.rowsApplied > 0;
  const counts = isResumed ? countsOf(row) : noRows();
  const prepared = await write(
    ctx,
    (tx) => {
      if (!isResumed) clearProblems(tx.connection, importId);
      const made = prepareRun(tx, store, { importId, now: ctx.now, options, facts, isTrial: false });
      // A killed process must find the custom fields that it made, not make them again.
      if (made.ok) patchImport(tx.connection, importId, { options: JSON.stringify(made.value.options) });
      return made;
    },
    store,
  );
  if (!prepared.ok)
    throw appError('invalid', prepared.error.map((issue) => issue.message).join(' '), {
      issues: prepared.error,
    });
  const { run, read } = prepared.value;
  const handler = rowHandler(run);
  const counter = createProblemCounter();
  const writer = problemWriter(store.connection, importId);
  const onProblem = (problem: RowProblem) => {
    counter.add(problem);
    writer.add(problem);
  };
  const keep = (tx: Tx, rowsApplied?: number) => {
    writer.flush();
    patchImport(tx.connection, importId, {
      rows: counts,
      ...(rowsApplied === undefined ? {} : { rowsApplied }),
    });
    noteBatch(tx);
  };
  const isCancelled = () => findImport(store.connection, importId)?.isCancelRequested === 1;
  const file = { ctx, store, path: importFilePath(row.filePath ?? ''), facts, run, read, pace, isCancelled };

  await eachRow(file, {
    take: countingTake(run, handler, counts, onProblem),
    skip: row.rowsApplied,
    ...(handler.observe ? { observe: observingRow(run, handler.observe) } : {}),
    order: handler.order,
    ...(handler.startBatch ? { startBatch: handler.startBatch } : {}),
    ...(handler.endBatch ? { endBatch: handler.endBatch } : {}),
    afterBatch: keep,
  });
  const checked = readReport(row.report) ?? emptyReport(facts);
  await finishRun(file, counts, onProblem, keep, (tx, finished) => {
    writer.flush(true);
    keep(tx);
    const report: ImportReport = {
      ...checked,
      problems: isResumed ? checked.problems : counter.groups(),
      ...(isResumed ? {} : tallyLists(run.tally)),
      ...finished,
      isEffectPending: false,
      elapsedMs: Math.round(performance.now() - started),
    };
    patchImport(tx.connection, importId, {
      status: 'completed',
      report: JSON.stringify(report),
      rowsTotal: counts.read,
      finishedAt: ctx.now,
    });
    const { many } = entityLabels[options.entity];
    tx.audit({
      action: 'import.apply',
      entity: 'import',
      recordId: importId,
      summary: `Imported ${row.fileName} (${many.toLowerCase()}): ${counts.created} created, ${counts.updated} updated, ${counts.unchanged} unchanged, ${counts.rejected} rejected.`,
      after: counts,
    });
    afterDataChange(tx, options.entity, ctx.now);
  });
  await dropOrder(file.path);
}
