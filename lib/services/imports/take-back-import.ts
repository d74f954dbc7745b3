import 'server-only';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Store, store as processStore } from '#db/client.ts';
import { findImport, patchImport } from '#db/queries/imports/import-rows.ts';
import { rebuildFamilies } from '#db/queries/imports/parents.ts';
import { removeCreated } from '#db/queries/imports/remove-created.ts';
import {
  forgetDerived,
  type KeptRecord,
  removeMadeDefinitions,
  restoreChanges,
} from '#db/queries/imports/take-back.ts';
import { type Tx, write } from '#db/write.ts';
import type { ImportReport } from '#lib/imports/import-view.ts';
import type { Context } from '#lib/permissions/context.ts';
import { afterDataChange, noteBatch } from './after-data-change.ts';
import { emptyReport, readReport } from './build-report.ts';
import { importFilePath } from './import-file.ts';
import { dropOrder } from './row-order.ts';

const FIRST_RECORDS = 200;
const MOST_RECORDS = 10_000;
/** How long a step may hold the lock, and how long others then have it. */
const BATCH_MS = 24;
const PAUSE_MS = 3;
const MAX_KEPT = 500;

/** Repeats a step, each as large as the time for one allows, until it finds nothing more to do. */
async function inSteps(ctx: Context, store: Store, step: (tx: Tx, limit: number) => boolean): Promise<void> {
  let limit = FIRST_RECORDS;
  for (let more = true; more; await sleep(PAUSE_MS)) {
    more = await write(
      ctx,
      (tx) => {
        const started = performance.now();
        if (!step(tx, limit)) return false;
        noteBatch(tx);
        const fitting = Math.ceil((limit * BATCH_MS) / (performance.now() - started));
        limit = Math.min(MOST_RECORDS, 2 * limit, Math.max(FIRST_RECORDS, fitting));
        return true;
      },
      store,
    );
  }
}

type Undo = NonNullable<ImportReport['undo']>;

/**
 * Takes an import back, wholly or as far as a cancelled one got: values not changed since are restored, records it made
 * are deleted unless somebody worked on them since; those are kept and listed. In small writes; a killed process goes on.
 */
export async function takeBackImport(
  ctx: Context,
  importId: number,
  store: Store = processStore(),
): Promise<void> {
  const row = findImport(store.connection, importId);
  if (!row) return;
  const report = readReport(row.report) ?? emptyReport(null);
  const undo: Undo = report.undo ?? { restored: 0, removed: 0, kept: [] };
  const note = (kept: KeptRecord[]) => {
    for (const { entity, label, reason } of kept) {
      if (undo.kept.length < MAX_KEPT) undo.kept.push({ entity, label, reason });
    }
  };
  const save = () => patchImport(store.connection, importId, { report: JSON.stringify({ ...report, undo }) });

  await inSteps(ctx, store, (tx, limit) => {
    const step = restoreChanges(tx.connection, importId, limit, ctx.now);
    if (!step) return false;
    undo.restored += step.done - step.kept.length;
    note(step.kept);
    save();
    return true;
  });
  await inSteps(ctx, store, (tx, limit) => {
    const step = removeCreated(tx.connection, importId, limit);
    if (!step) return false;
    undo.removed += step.removed;
    note(step.kept);
    save();
    return true;
  });
  await write(
    ctx,
    (tx) => {
      forgetDerived(tx.connection, importId);
      removeMadeDefinitions(tx.connection, importId);
      if (row.entity === 'account') rebuildFamilies(tx.connection);
      const status = row.finishedAt === null ? 'cancelled' : 'undone';
      patchImport(tx.connection, importId, { status, isCancelRequested: 0, finishedAt: ctx.now });
      tx.audit({
        action: status === 'undone' ? 'import.undo' : 'import.cancel',
        entity: 'import',
        recordId: importId,
        summary: `${status === 'undone' ? 'Took back' : 'Stopped'} ${row.fileName}: ${undo.restored} records restored, ${undo.removed} removed, ${undo.kept.length} kept.`,
        after: { restored: undo.restored, removed: undo.removed, kept: undo.kept.length },
      });
      afterDataChange(tx, row.entity ?? 'account', ctx.now);
    },
    store,
  );
  if (row.filePath) await dropOrder(importFilePath(row.filePath));
}
