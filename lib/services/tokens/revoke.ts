import 'server-only';
import { revokeTokenRow } from '#db/queries/tokens/save-token.ts';
import { findTokenRow } from '#db/queries/tokens/token-rows.ts';
import { write } from '#db/write.ts';
import { can, requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { appError } from '#lib/shared/errors.ts';
import { toRowId } from '#lib/shared/ids.ts';

/** Ends a token at once: one's own, or anybody's for whoever manages people. Doing it twice does no harm. */
export async function revokeToken(ctx: Context, id: string): Promise<void> {
  requireCan(ctx.actor, 'tokens.own');
  const rowId = toRowId('token', id);
  await write(ctx, (tx) => {
    const row = findTokenRow(tx.connection, rowId);
    if (!row) throw appError('not_found', `There is no token "${id}".`);
    if (row.userId !== ctx.actor.userId && !can(ctx.actor, 'users.manage')) {
      throw appError('forbidden', 'This token belongs to somebody else.');
    }
    if (row.revokedAt !== null) return;
    revokeTokenRow(tx.connection, rowId, ctx.now);
    tx.audit({
      action: 'token.revoke',
      entity: 'token',
      recordId: rowId,
      summary: `Revoked the API token “${row.name}” of ${row.userName}.`,
    });
  });
}
