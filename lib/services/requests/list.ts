import 'server-only';
import { type Connection, store } from '#db/client.ts';
import {
  countOpenRequests,
  findRequest,
  listRequestRows,
  type RequestReach,
  type RequestRow,
} from '#db/queries/requests/request-rows.ts';
import { can, requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { scopeOf } from '#lib/permissions/scope.ts';
import { appError } from '#lib/shared/errors.ts';
import { toRowId } from '#lib/shared/ids.ts';
import type { RequestsQuery } from '#lib/shared/request-shapes.ts';
import { type RequestView, requestView, seesRequest } from './request-view.ts';

const NOBODY = -1;

/** Requests that touch a book within reach, open ones first; with `mine`, and for reps always, those one asked for. */
export function listRequests(ctx: Context, query: RequestsQuery): { items: RequestView[]; nextCursor: null } {
  requireCan(ctx.actor, 'requests.ask');
  const isMine = query.mine || !can(ctx.actor, 'requests.decide');
  const rows = listRequestRows(store().connection, reachOf(ctx, isMine), {
    status: query.status,
    accountId: query.account === undefined ? null : toRowId('account', query.account),
    limit: query.limit,
  });
  return { items: rows.map((row) => requestView(ctx, row)), nextCursor: null };
}

/** How many open requests wait for a decision within the actor's reach; 0 for those who decide nothing. */
export function countRequests(ctx: Context): number {
  if (!can(ctx.actor, 'requests.decide')) return 0;
  return countOpenRequests(store().connection, reachOf(ctx, false));
}

function reachOf(ctx: Context, isMine: boolean): RequestReach {
  return isMine ? { askedByUserId: ctx.actor.userId ?? NOBODY } : { scope: scopeOf(ctx.actor) };
}

/** The request behind a public id. Throws `not_found`, or `forbidden` where it is about nobody whom the actor sees. */
export function requireRequest(ctx: Context, connection: Connection, id: string): RequestRow {
  const row = findRequest(connection, toRowId('request', id));
  if (!row) throw appError('not_found', `There is no request "${id}".`);
  if (seesRequest(ctx, row)) return row;
  throw appError('forbidden', 'This request is about nobody in your team.');
}
