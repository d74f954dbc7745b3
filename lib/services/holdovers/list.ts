import { store } from '#db/client.ts';
import { type HoldoverRow, holdoverRows } from '#db/queries/holdovers/holdover-rows.ts';
import { workspaceSettings } from '#db/queries/settings/workspace.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { scopeOf } from '#lib/permissions/scope.ts';
import { parsePublicId, toPublicId, toRowId } from '#lib/shared/ids.ts';
import type { HoldoverQuery } from '#lib/shared/holdover-shapes.ts';
import { slotLabels } from '#lib/shared/plan-shapes.ts';
import type { TableFile } from '#lib/shared/table-file/table-file.ts';

/** Deals that stay with their former owner, the next to end first, a page at a time. */
export function listHoldovers(ctx: Context, query: HoldoverQuery) {
  const rows = found(ctx, query);
  const offset = Number(query.cursor ?? 0);
  const end = offset + query.limit;
  return {
    items: rows.slice(offset, end).map(holdoverView),
    nextCursor: end < rows.length ? String(end) : null,
    count: rows.length,
    amount: rows.reduce((sum, row) => sum + (row.amount ?? 0), 0),
    amountsKnown: rows.filter(({ amount }) => amount !== null).length,
  };
}

/** All that pass the filter as a file. */
export function holdoversFile(ctx: Context, query: HoldoverQuery): TableFile {
  return {
    name: 'holdovers',
    currency: workspaceSettings(store().connection).currency,
    columns: [
      { header: 'deal_id' },
      { header: 'deal' },
      { header: 'account_id' },
      { header: 'account' },
      { header: 'stage' },
      { header: 'amount', kind: 'money' },
      { header: 'slot' },
      { header: 'stays_with' },
      { header: 'account_holder' },
      { header: 'until', kind: 'day' },
      { header: 'reason' },
      { header: 'plan_version', kind: 'number' },
      { header: 'since', kind: 'instant' },
      { header: 'ended', kind: 'instant' },
      { header: 'ended_by' },
    ],
    rows: found(ctx, query).map((row) => [
      toPublicId('opportunity', row.opportunityId),
      row.deal,
      toPublicId('account', row.accountId),
      row.accountName,
      row.stage,
      row.amount,
      slotLabels[row.slot],
      row.repName,
      row.holderName,
      row.untilOn,
      row.reason,
      row.planNumber,
      row.createdAt,
      row.endedAt,
      row.endedBy,
    ]),
  };
}

function found(ctx: Context, query: HoldoverQuery): HoldoverRow[] {
  requireCan(ctx.actor, 'plans.read');
  const repId =
    query.rep === undefined ? undefined : (parsePublicId('pool', query.rep) ?? toRowId('rep', query.rep));
  return holdoverRows(store().connection, scopeOf(ctx.actor), {
    state: query.state,
    repId,
    accountId: query.account === undefined ? undefined : toRowId('account', query.account),
    until: query.until,
  });
}

export function holdoverView({ repId, repName, holderId, holderName, ...row }: HoldoverRow) {
  return {
    ...row,
    id: toPublicId('holdover', row.id),
    opportunityId: toPublicId('opportunity', row.opportunityId),
    accountId: toPublicId('account', row.accountId),
    rep: { id: toPublicId('rep', repId), name: repName },
    holder: holderId === null ? null : { id: toPublicId('rep', holderId), name: holderName ?? '' },
  };
}
