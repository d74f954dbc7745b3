import 'server-only';
import { z } from 'zod';
import { store } from '#db/client.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { scopeOf } from '#lib/permissions/scope.ts';
import { requireAccount } from '#lib/services/accounts/require-account.ts';
import { parseRule } from '#lib/services/records/list-definition.ts';
import { listAll } from '#lib/services/records/list-page.ts';
import type { SignalListQuery, SignalView } from '#lib/shared/activity-shapes.ts';
import { decodeCursor, toPage } from '#lib/shared/cursor.ts';
import { heavyRead } from '#workers/reads/host.ts';

const place = z.object({ at: z.number(), id: z.number() });

/** Signals within scope by time: of one account, of a segment's members, of the accounts of a rule, or all. */
export async function listSignals(
  ctx: Context,
  query: SignalListQuery,
  signal?: AbortSignal,
): Promise<{ items: SignalView[]; nextCursor: string | null }> {
  requireCan(ctx.actor, 'accounts.read');
  const rows = await heavyRead(
    'listSignalRows',
    {
      scope: scopeOf(ctx.actor),
      accountIds: await accountsOf(ctx, query),
      type: query.type ?? null,
      isDescending: query.sort === '-occurredAt',
      after: query.cursor === undefined ? null : decodeCursor(query.cursor, place),
      limit: query.limit,
    },
    { signal },
  );
  const page = toPage(rows, query.limit, (row) => ({ at: row.occurredAt, id: row.rowId }));
  return { ...page, items: page.items.map(({ rowId: _rowId, ...row }) => row) };
}

async function accountsOf(ctx: Context, query: SignalListQuery): Promise<number[] | null> {
  if (query.account !== undefined) return [requireAccount(ctx, store().connection, query.account).id];
  if (query.segment === undefined && query.rule === undefined) return null;
  return listAll(ctx, 'account', { segment: query.segment, rule: parseRule(query.rule), choices: {} });
}
