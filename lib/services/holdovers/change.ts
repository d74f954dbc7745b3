import { type Connection, store } from '#db/client.ts';
import { changeHoldover as saveHoldover, endHoldover } from '#db/queries/holdovers/end-holdovers.ts';
import { type HoldoverRow, holdoverRows, reopenHoldover } from '#db/queries/holdovers/holdover-rows.ts';
import { heldDeals } from '#db/queries/plans/kept-deals.ts';
import { workspaceSettings } from '#db/queries/settings/workspace.ts';
import { type Tx, write } from '#db/write.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { scopeOf } from '#lib/permissions/scope.ts';
import { dayOfInstant } from '#lib/shared/days.ts';
import { appError } from '#lib/shared/errors.ts';
import { formatDay } from '#lib/shared/format.ts';
import type { HoldoverChange } from '#lib/shared/holdover-shapes.ts';
import { toRowId } from '#lib/shared/ids.ts';
import { holdoverView } from './list.ts';

/**
 * Changes until when a deal stays with its former owner, or ends that by hand, or takes such an end back. Throws
 * `not_found`, `forbidden` outside one's scope, `invalid` for a day that is past, `conflict` for one that ended by itself,
 * or that cannot be taken up again because the account came back or the deal is held over anew.
 */
export async function changeHoldover(ctx: Context, id: string, change: HoldoverChange) {
  requireCan(ctx.actor, 'plans.edit');
  const rowId = toRowId('holdover', id);
  await write(ctx, (tx) => {
    const row = requireHoldover(ctx, tx.connection, rowId);
    if (change.isEnded === false) reopen(tx, row);
    else if (row.endedAt !== null) {
      throw appError('conflict', `“${row.deal ?? 'This deal'}” is with the account's holder again already.`);
    }
    const next = {
      untilOn: change.untilOn === undefined ? row.untilOn : change.untilOn,
      reason: change.reason === undefined ? row.reason : change.reason,
    };
    if (change.untilOn !== undefined || change.isEnded === false) {
      requireAhead(tx.connection, next.untilOn, ctx.now);
    }
    saveHoldover(tx.connection, rowId, next);
    if (change.isEnded) endHoldover(tx.connection, rowId, ctx.now);
    tx.audit({
      action: change.isEnded ? 'holdover.end' : 'holdover.change',
      entity: 'holdover',
      recordId: rowId,
      summary: sentence(row, change, next.untilOn),
      before: { untilOn: row.untilOn, reason: row.reason, endedAt: row.endedAt },
      after: { ...next, isEnded: change.isEnded ?? false },
    });
    tx.changed({ entity: 'holdover', recordId: rowId, accountId: row.accountId, op: 'update' });
  });
  return holdoverView(requireHoldover(ctx, store().connection, rowId));
}

function sentence(row: HoldoverRow, change: HoldoverChange, untilOn: number | null): string {
  const deal = row.deal ?? `a deal of ${row.accountName}`;
  if (change.isEnded) return `Ended the holdover of ${deal} with ${row.repName}.`;
  return `${deal} stays with ${row.repName} ${untilOn === null ? 'until it is won or lost' : `until ${formatDay(untilOn)}`}.`;
}

function reopen(tx: Tx, row: HoldoverRow): void {
  if (row.endedBy !== 'hand' || row.outcome !== 'open') {
    throw appError(
      'conflict',
      'Only a holdover that was ended by hand, of a deal still open, can be taken up again.',
    );
  }
  if (row.holderId === row.repId) {
    throw appError('conflict', `${row.repName} holds ${row.accountName} again, so nothing is held over.`);
  }
  if (heldDeals(tx.connection).some(({ opportunityId }) => opportunityId === row.opportunityId)) {
    throw appError('conflict', 'This deal stays with somebody by a later version of the plan already.');
  }
  reopenHoldover(tx.connection, row.id);
}

function requireHoldover(ctx: Context, connection: Connection, id: number): HoldoverRow {
  const row = holdoverRows(connection, scopeOf(ctx.actor), { id, state: 'all' })[0];
  if (row) return row;
  const isThere = holdoverRows(connection, { all: true }, { id, state: 'all' }).length > 0;
  throw isThere
    ? appError('forbidden', 'Neither the deal nor its account is in your books.')
    : appError('not_found', 'There is no such holdover.');
}

/** Throws `invalid` for a last day that is over; `untilOn` is an epoch day. */
export function requireAhead(connection: Connection, untilOn: number | null | undefined, now: number): void {
  if (untilOn === null || untilOn === undefined) return;
  if (untilOn >= dayOfInstant(now, workspaceSettings(connection).timeZone)) return;
  const message = `${formatDay(untilOn)} is past. Choose a day from today on.`;
  throw appError('invalid', message, { issues: [{ path: '/untilOn', code: 'range', message }] });
}
