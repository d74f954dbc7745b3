import 'server-only';
import { purgeRecords, purgeTrashBatch } from '#db/queries/housekeeping/purge.ts';
import { write } from '#db/write.ts';
import type { JobControl } from '#lib/jobs/control.ts';
import { endDueHoldovers } from '#lib/services/holdovers/end-due.ts';
import type { Context } from '#lib/permissions/context.ts';

const DAY_MS = 86_400_000;
const TRASH_DAYS = 30;
const BATCH = 500;

/** The job `jobs.housekeeping`, nightly: drops what is only kept for a while and empties the Trash after 30 days. */
export async function housekeeping(
  ctx: Context,
  _payload: unknown,
  control: JobControl,
): Promise<{ dropped: number; trash: number }> {
  const monthAt = ctx.now - TRASH_DAYS * DAY_MS;
  const dropped = await write(ctx, (tx) => purgeRecords(tx.connection, { dayAt: ctx.now - DAY_MS, monthAt }));
  await endDueHoldovers(ctx);
  let trash = 0;
  for (let batch = BATCH; batch > 0 && !control.isCancelled(); trash += batch) {
    batch = await write(ctx, (tx) => {
      const purged = purgeTrashBatch(tx.connection, monthAt, BATCH);
      // With the batch itself, so that nothing read before it is taken for the present, whatever happens next.
      if (purged > 0) tx.changed({ entity: 'account', recordId: null, op: 'bulk' });
      return purged;
    });
  }
  if (trash > 0) {
    await write(ctx, (tx) => {
      tx.audit({
        action: 'trash.empty',
        entity: 'workspace',
        recordId: 1,
        summary: `Emptied the Trash of ${trash} records that lay there for 30 days.`,
      });
    });
  }
  return { dropped, trash };
}
