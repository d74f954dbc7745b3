import 'server-only';
import { store } from '#db/client.ts';
import { listTokenRows } from '#db/queries/tokens/token-rows.ts';
import { can, requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import type { ApiToken } from '#lib/permissions/people-shapes.ts';
import { tokenView } from './token-view.ts';

/** Own tokens; whoever manages people sees everybody's. */
export function listTokens(ctx: Context): { items: ApiToken[]; nextCursor: null } {
  requireCan(ctx.actor, 'tokens.own');
  const userId = can(ctx.actor, 'users.manage') ? null : (ctx.actor.userId ?? 0);
  const items = listTokenRows(store().connection, userId).map((row) => tokenView(ctx, row));
  return { items, nextCursor: null };
}
