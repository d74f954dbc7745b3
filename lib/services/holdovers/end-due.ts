import 'server-only';
import { endByDate, endByOutcome, resumeReopened } from '#db/queries/holdovers/end-holdovers.ts';
import { workspaceSettings } from '#db/queries/settings/workspace.ts';
import { type Tx, write } from '#db/write.ts';
import type { Context } from '#lib/permissions/context.ts';
import { dayOfInstant } from '#lib/shared/days.ts';
import { formatCount } from '#lib/shared/format.ts';

/**
 * Ends holdovers whose last day is over or whose deal is closed, and takes up again those whose closed deal is open
 * again before that day; returns how many ended. Safe to run twice.
 */
export async function endDueHoldovers(ctx: Context): Promise<number> {
  return write(ctx, (tx) => endDue(ctx.now, tx));
}

/** The same as part of a write that closed or reopened deals: an import, a stage that means something else now. `now` is epoch ms. */
export function endDue(now: number, tx: Tx): number {
  const { timeZone } = workspaceSettings(tx.connection);
  const closed = endByOutcome(tx.connection, now);
  const today = dayOfInstant(now, timeZone);
  const over = endByDate(tx.connection, today, now);
  const resumed = resumeReopened(tx.connection, today);
  if (resumed > 0) {
    tx.audit({
      action: 'holdover.resume_due',
      entity: 'workspace',
      recordId: 1,
      summary: `Took up ${formatCount(resumed, 'holdover')} again: ${formatCount(resumed, 'deal')} that had closed ${resumed === 1 ? 'is' : 'are'} open again.`,
      after: { resumed },
    });
    tx.changed({ entity: 'holdover', recordId: null, op: 'bulk' });
  }
  if (closed + over === 0) return 0;
  const parts = [
    closed > 0 ? `${formatCount(closed, 'deal')} closed` : null,
    over > 0 ? `${formatCount(over, 'last day')} passed` : null,
  ];
  tx.audit({
    action: 'holdover.end_due',
    entity: 'workspace',
    recordId: 1,
    summary: `Ended ${formatCount(closed + over, 'holdover')}: ${parts.filter((part) => part !== null).join(', ')}.`,
    after: { closed, over },
  });
  tx.changed({ entity: 'holdover', recordId: null, op: 'bulk' });
  return closed + over;
}
