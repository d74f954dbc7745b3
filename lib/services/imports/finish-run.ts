import 'server-only';
import { canArchiveAbsent, collectSeenIds } from '#db/queries/imports/absent.ts';
import type { RowCounts } from '#db/queries/imports/import-rows.ts';
import { parentLinker, rebuildFamilies } from '#db/queries/imports/parents.ts';
import { relinkWaitingRows } from '#db/queries/imports/relink.ts';
import { type Tx, write } from '#db/write.ts';
import type { RowProblem } from '#lib/imports/read-row.ts';
import { eachRow, type FileRun } from './run-file.ts';

export type FinishResult = { absentRecords: number; relinked: Record<string, number> };

/**
 * What can only be done once every row is in: parents, families, rows that waited for an account, records that a full
 * file no longer holds. Safe to run twice. `close` belongs to the last write.
 */
export async function finishRun(
  file: FileRun,
  counts: RowCounts,
  onProblem: (problem: RowProblem) => void,
  afterBatch: (tx: Tx) => void,
  close: (tx: Tx, result: FinishResult) => void,
): Promise<FinishResult> {
  const { run, ctx, store } = file;
  const { connection } = store;
  const parents = parentLinker(run);
  const idAt = run.plan.targets.findIndex((target) => target.field.key === 'externalId');
  const archives = run.options.absent === 'archive' && idAt !== -1 && canArchiveAbsent(run.options.entity);
  const seen = archives ? collectSeenIds(connection, run.options.entity) : null;

  if (parents || seen) {
    await eachRow(file, {
      take(row) {
        const id = idAt === -1 ? undefined : row.values[idAt];
        if (seen && typeof id === 'string') seen.add(id);
        if (!parents || row.rejected) return;
        const known = row.problems.length;
        parents.link(row);
        const fresh = row.problems.slice(known);
        if (fresh.length > 0 && known === 0) counts.withProblems += 1;
        fresh.forEach(onProblem);
      },
      ...(parents ? { startBatch: parents.startBatch } : {}),
      afterBatch,
    });
  }

  // Nobody reads the labels of a copy.
  if (!run.isTrial) run.terms.countStanding();
  const result: FinishResult = { absentRecords: 0, relinked: {} };
  await write(
    ctx,
    (tx) => {
      run.startBatch();
      run.terms.flush((termId, spelling, seen) => run.remember('spelling', termId, {}, { spelling, seen }));
      if (seen) result.absentRecords = seen.archive(run.importId, run.now);
      if (run.options.entity === 'account' || run.tally.alsoCreated.has('account')) {
        if (parents) rebuildFamilies(connection);
        result.relinked = relinkWaitingRows(connection, run.settings.mainSystem);
      }
      close(tx, result);
    },
    store,
  );
  seen?.end();
  return result;
}
