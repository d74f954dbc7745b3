import 'server-only';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { listAll, listIds, listPage, type ListQuestion } from '#lib/services/records/list-page.ts';
import {
  accountFilterKeys,
  type AccountList,
  type AccountListItem,
  type AccountQuery,
  type AccountSelection,
} from '#lib/shared/account-shapes.ts';
import { store } from '#db/client.ts';
import { accountsOutsideScope } from '#db/queries/accounts/scope-filter.ts';
import { scopeOf } from '#lib/permissions/scope.ts';
import { appError } from '#lib/shared/errors.ts';
import { toPublicId, toRowId } from '#lib/shared/ids.ts';
import type { Totals } from '#lib/shared/total-shapes.ts';
import { heavyRead } from '#workers/reads/host.ts';

type Filters = Partial<AccountQuery>;

/** A page of accounts within scope: by segment, rule, text and quick filters, in the order of any field; totals on request. */
export async function listAccounts(
  ctx: Context,
  query: AccountQuery,
  signal?: AbortSignal,
): Promise<AccountList> {
  requireCan(ctx.actor, 'accounts.read');
  const page = await listPage(ctx, 'account', { ...questionOf(query), limit: query.limit }, signal);
  return {
    items: await heavyRead('accountListRows', { ids: page.ids, asOf: ctx.now }, { signal }),
    nextCursor: page.nextCursor,
    count: page.count,
    emptiedBy: page.emptiedBy,
    ...(query.totals ? { totals: await totals() } : {}),
    asOf: ctx.now,
  };

  async function totals(): Promise<Totals> {
    const ids = await listIds(ctx, 'account', questionOf(query), signal);
    return heavyRead('accountTotals', { ids, asOf: ctx.now }, { signal });
  }
}

const MOST_IDS = 50_000;

/** Row ids of a selection: the named accounts (all within scope, else `forbidden`), or all that match, less some. */
export async function selectedAccounts(ctx: Context, selection: AccountSelection): Promise<number[]> {
  requireCan(ctx.actor, 'accounts.read');
  if (selection.ids) {
    const ids = [...new Set(selection.ids.map((id) => toRowId('account', id)))];
    if (accountsOutsideScope(store().connection, scopeOf(ctx.actor), ids) > 0) {
      throw appError('forbidden', 'Some of these accounts are not in your book.');
    }
    return ids;
  }
  const except = new Set(selection.except?.map((id) => toRowId('account', id)));
  const all = await listAll(ctx, 'account', questionOf(selection.query ?? {}));
  return all.filter((id) => !except.has(id));
}

/** Public ids of a selection, for bulk actions. */
export async function listAccountIds(
  ctx: Context,
  selection: AccountSelection,
): Promise<{ ids: string[]; count: number }> {
  const rowIds = await selectedAccounts(ctx, selection);
  if (rowIds.length > MOST_IDS) {
    throw appError('invalid', 'That is more than 50,000 accounts. Narrow the list first.');
  }
  return { ids: rowIds.map((id) => toPublicId('account', id)), count: rowIds.length };
}

const CHUNK = 2_000;

/** The rows of a selection for a file. Throws `forbidden` where the role may not export. */
export async function exportAccounts(ctx: Context, selection: AccountSelection): Promise<AccountListItem[]> {
  requireCan(ctx.actor, 'accounts.export');
  const ids = await selectedAccounts(ctx, selection);
  const rows: AccountListItem[] = [];
  for (let start = 0; start < ids.length; start += CHUNK) {
    rows.push(
      ...(await heavyRead('accountListRows', { ids: ids.slice(start, start + CHUNK), asOf: ctx.now })),
    );
  }
  return rows;
}

function questionOf(query: Filters): Omit<ListQuestion, 'limit'> {
  const { segment, rule, q, sort, cursor } = query;
  const choices = Object.fromEntries(accountFilterKeys.map((key) => [key, query[key]]));
  return { segment, rule, q, sort, cursor, choices };
}
