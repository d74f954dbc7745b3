import 'server-only';
import { store } from '#db/client.ts';
import { holdersNow } from '#db/queries/capacity/holders-now.ts';
import { holderNow } from '#db/queries/requests/write-hand-assignment.ts';
import { workspaceSettings } from '#db/queries/settings/workspace.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { scopeOf } from '#lib/permissions/scope.ts';
import { dayOfInstant } from '#lib/shared/days.ts';
import { toPublicId, toRowId } from '#lib/shared/ids.ts';
import type { RequestEffect } from '#lib/shared/request-shapes.ts';
import { heavyRead } from '#workers/reads/host.ts';
import { requireRequest } from './list.ts';

/** What accepting a request would do to both books as published, without doing it. `toRepId` where it leaves that open. */
export async function effectOfRequest(ctx: Context, id: string, toRepId?: string): Promise<RequestEffect> {
  requireCan(ctx.actor, 'requests.decide');
  const { connection } = store();
  const row = requireRequest(ctx, connection, id);
  const settings = workspaceSettings(connection);
  const today = dayOfInstant(ctx.now, settings.timeZone);
  const chosen = toRepId === undefined ? null : toRowId('rep', toRepId);
  const books = await heavyRead('requestEffect', {
    accountId: row.accountId,
    slot: row.slot,
    toRepId: row.toRepId ?? chosen,
    today,
  });
  const people = new Map(holdersNow(connection, today).map((holder) => [holder.id, holder]));
  const scope = scopeOf(ctx.actor);
  const seen = books.filter(({ repId }) => scope.all || scope.repIds.includes(repId));
  return {
    outside: books.length - seen.length,
    books: seen.flatMap(({ repId, ...book }) => {
      const person = people.get(repId);
      if (!person) return [];
      const { name, kind, capacityTouches, maxAccounts } = person;
      return [{ repId: toPublicId('rep', repId), name, kind, capacityTouches, maxAccounts, ...book }];
    }),
    toleranceRate: settings.balanceToleranceRate,
    isLocked: holderNow(connection, row.accountId, row.slot)?.isLocked === 1,
  };
}
