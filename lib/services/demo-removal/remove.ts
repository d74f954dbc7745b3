import 'server-only';
import { store } from '#db/client.ts';
import { countRealPeople, finishDemoRemoval } from '#db/queries/demo/finish-removal.ts';
import { findDemoImport } from '#db/queries/demo/has-demo.ts';
import { countDemoRows, detachRealRows, removeDemoBatch } from '#db/queries/demo/remove-demo.ts';
import { write } from '#db/write.ts';
import type { JobControl } from '#lib/jobs/control.ts';
import { enqueue } from '#lib/jobs/queue.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { getJob } from '#lib/services/jobs/get.ts';
import { refreshSegmentsLater } from '#lib/services/segments/refresh.ts';
import { appError } from '#lib/shared/errors.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import type { Job } from '#lib/shared/job-shapes.ts';

const BATCH = 2000;

/** Starts the removal of the demo data in the background. Refused when it would leave real people without an admin. */
export async function startDemoRemoval(ctx: Context): Promise<Job> {
  requireCan(ctx.actor, 'demo.remove');
  const jobId = await write(ctx, (tx) => {
    if (findDemoImport(tx.connection) === null) throw appError('not_found', 'There is no demo data here.');
    const { people, admins } = countRealPeople(tx.connection);
    if (people > 0 && admins === 0) {
      throw appError(
        'invalid',
        'Make one of your real people an admin first: the demo people go with the demo data.',
      );
    }
    tx.audit({ action: 'demo.remove', entity: 'workspace', recordId: 1, summary: 'Removes the demo data.' });
    return enqueue(tx, {
      kind: 'demo.remove',
      payload: null,
      dedupeKey: 'demo.remove',
      userId: ctx.actor.userId,
    });
  });
  return getJob(ctx, toPublicId('job', jobId));
}

/**
 * The job `demo.remove`: takes out the invented records in small writes, then the people and the note that this is
 * a demo. Safe to run twice: what is gone is not looked for again.
 */
export async function removeDemo(
  ctx: Context,
  _payload: unknown,
  control: JobControl,
): Promise<{ removed: number }> {
  const { connection } = store();
  const importId = findDemoImport(connection);
  if (importId === null) return { removed: 0 };
  const total = countDemoRows(connection, importId);
  await write(ctx, (tx) => detachRealRows(tx.connection, importId));
  let removed = 0;
  for (let batch = BATCH; batch > 0; removed += batch) {
    if (control.isCancelled()) return { removed };
    control.progress(removed, total, 'Removing the demo data');
    batch = await write(ctx, (tx) => removeDemoBatch(tx.connection, importId, BATCH));
  }
  await write(ctx, (tx) => {
    finishDemoRemoval(tx.connection, importId, countRealPeople(tx.connection).people > 0);
    tx.changed({ entity: 'account', recordId: null, op: 'bulk' });
    refreshSegmentsLater(tx);
  });
  control.progress(total, total);
  return { removed };
}
