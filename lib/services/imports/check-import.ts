import 'server-only';
import { type Store, store as processStore } from '#db/client.ts';
import {
  addProblems,
  clearProblems,
  findImport,
  patchImport,
  type RowCounts,
} from '#db/queries/imports/import-rows.ts';
import { rowHandler } from '#db/queries/imports/row-handlers.ts';
import { listPublishedSegments } from '#db/queries/segments/segment-rows.ts';
import { write } from '#db/write.ts';
import type { FileFacts } from '#lib/imports/file-profile.ts';
import { guessImport } from '#lib/imports/guess-entity.ts';
import { guessedOptions } from '#lib/imports/guessed-options.ts';
import { importFields } from '#lib/imports/import-fields.ts';
import type { ImportReport, SniffedView } from '#lib/imports/import-view.ts';
import { type ImportOptions, importOptionsSchema } from '#lib/imports/options.ts';
import type { RowProblem } from '#lib/imports/read-row.ts';
import type { Catalog } from '#lib/rules/catalog.ts';
import type { Context } from '#lib/permissions/context.ts';
import { reportOf, tallyLists } from './build-report.ts';
import { factsOf } from './facts.ts';
import { finishRun } from './finish-run.ts';
import { importFilePath } from './import-file.ts';
import { sniffedView } from './import-views.ts';
import { likelyDuplicates } from './likely-duplicates.ts';
import { faultsOfFile } from './plan-import.ts';
import { planSources, prepareRun, withCustomFields } from './prepare-run.ts';
import { createProblemCounter } from './problem-groups.ts';
import { Cancelled, countingTake, eachRow } from './run-file.ts';
import { segmentEffect } from './segment-effect.ts';
import { openScratchStore } from './scratch-store.ts';
import { firstProblems } from './stored-problems.ts';

export const noRows = (): RowCounts => ({
  read: 0,
  created: 0,
  updated: 0,
  unchanged: 0,
  rejected: 0,
  withProblems: 0,
});

function guess(facts: FileFacts, catalog: Catalog): ImportOptions {
  const { best } = guessImport(facts.columns, (entity) => importFields(catalog, entity));
  return importOptionsSchema.parse(guessedOptions(best, facts.columns));
}

/**
 * The dry run of an import: sniffs the file, guesses options where none were given, and runs all rows against a copy
 * of the database. Nothing but the import's own row is written. Ends in `checked`, or `failed` with a sentence.
 */
export async function checkImport(
  ctx: Context,
  importId: number,
  store: Store = processStore(),
): Promise<void> {
  const row = findImport(store.connection, importId);
  if (!row || row.status !== 'checking') return;
  const started = performance.now();
  const given = row.options ? importOptionsSchema.parse(JSON.parse(row.options)) : null;
  const facts = await factsOf(row, given ?? { encoding: 'auto', delimiter: 'auto' });
  const sources = planSources(store);
  const options = given ?? guess(facts, sources.catalog);
  const isCancelled = () => findImport(store.connection, importId)?.isCancelRequested === 1;
  const { scratch, drop } = await openScratchStore(store, `import-${importId}`);
  try {
    const trial = { ctx, scratch, importId, filePath: row.filePath ?? '', facts, options };
    const outcome = await dryRun({ ...trial, isCountOnly: true, isCancelled });
    const isEffectPending = outcome.counts.created + outcome.counts.updated > 0;
    const report: ImportReport = {
      ...reportOf(store, options, facts, sources),
      ...outcome.report,
      isEffectPending,
      newFields: withCustomFields(store, options, facts).newFields.map(({ key, label, type }) => ({
        key,
        label,
        type,
      })),
      elapsedMs: Math.round(performance.now() - started),
    };
    await saveCheck(ctx, store, importId, {
      options,
      facts,
      sniffed: sniffedView(facts, sources.catalog),
      outcome,
      report,
    });
    if (!isEffectPending) return;
    // Whoever applies does not wait for what is only a preview of the result.
    const isOvertaken = () => findImport(store.connection, importId)?.status !== 'checked';
    if (outcome.leftRowsOut && listPublishedSegments(store.connection).length > 0) {
      const isStored = await dryRun({ ...trial, isCountOnly: false, isCancelled: isOvertaken }).then(
        () => true,
        whenCancelled,
      );
      if (!isStored) return;
    }
    const effect = await segmentEffect(store, scratch, ctx.now, isOvertaken);
    await write(
      ctx,
      ({ connection }) => {
        if (findImport(connection, importId)?.status !== 'checked') return;
        patchImport(connection, importId, {
          report: JSON.stringify({ ...report, effect, isEffectPending: false }),
        });
      },
      store,
    );
  } finally {
    drop();
  }
}

async function saveCheck(
  ctx: Context,
  store: Store,
  importId: number,
  done: {
    options: ImportOptions;
    facts: FileFacts;
    sniffed: SniffedView;
    outcome: DryRun;
    report: ImportReport;
  },
): Promise<void> {
  const { options, facts, sniffed, outcome, report } = done;
  await write(
    ctx,
    ({ connection }) => {
      patchImport(connection, importId, {
        status: 'checked',
        entity: options.entity,
        sniffed: JSON.stringify(sniffed),
        options: JSON.stringify(options),
        report: JSON.stringify(report),
        rows: outcome.counts,
        rowsTotal: facts.rows,
      });
      clearProblems(connection, importId);
    },
    store,
  );
  for (let at = 0; at < outcome.problems.length; at += 1000) {
    await write(
      ctx,
      ({ connection }) => addProblems(connection, importId, outcome.problems.slice(at, at + 1000)),
      store,
    );
  }
}

function whenCancelled(error: unknown): false {
  if (error instanceof Cancelled) return false;
  throw error;
}

type DryRun = {
  counts: RowCounts;
  problems: RowProblem[];
  report: Partial<ImportReport>;
  /** New rows were counted and are not in the copy. */
  leftRowsOut: boolean;
};

async function dryRun(given: {
  ctx: Context;
  scratch: Store;
  importId: number;
  filePath: string;
  facts: FileFacts;
  options: ImportOptions;
  isCountOnly: boolean;
  isCancelled: () => boolean;
}): Promise<DryRun> {
  const { ctx, scratch, importId, facts, options, isCountOnly, isCancelled } = given;
  const counts = noRows();
  const issues = faultsOfFile(facts);
  if (issues.length > 0) return { counts, problems: [], report: { issues }, leftRowsOut: false };
  const first = firstProblems();
  const counter = createProblemCounter();
  const onProblem = (problem: RowProblem) => {
    counter.add(problem);
    first.add(problem);
  };
  const prepared = await write(
    ctx,
    (tx) => prepareRun(tx, scratch, { importId, now: ctx.now, options, facts, isTrial: true, isCountOnly }),
    scratch,
  );
  if (!prepared.ok) return { counts, problems: [], report: { issues: prepared.error }, leftRowsOut: false };
  const { run, read } = prepared.value;
  const handler = rowHandler(run);
  const file = {
    ctx,
    store: scratch,
    path: importFilePath(given.filePath),
    facts,
    run,
    read,
    pace: null,
    isCancelled,
  };
  await eachRow(file, {
    take: countingTake(run, handler, counts, onProblem),
    order: handler.order,
    ...(handler.startBatch ? { startBatch: handler.startBatch } : {}),
    ...(handler.endBatch ? { endBatch: handler.endBatch } : {}),
  });
  const finished = await finishRun(
    file,
    counts,
    onProblem,
    () => {},
    () => {},
  );
  const hints = options.entity === 'account' ? { likelyDuplicates: likelyDuplicates(scratch, importId) } : {};
  return {
    counts,
    problems: first.all(),
    report: { problems: counter.groups(), ...tallyLists(run.tally), ...finished, ...hints },
    leftRowsOut: handler.leavesRowsOut ?? false,
  };
}
