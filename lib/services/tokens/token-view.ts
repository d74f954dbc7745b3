import 'server-only';
import type { TokenRow } from '#db/queries/tokens/token-rows.ts';
import type { Context } from '#lib/permissions/context.ts';
import type { ApiToken } from '#lib/permissions/people-shapes.ts';
import { toPublicId } from '#lib/shared/ids.ts';

export function tokenView(ctx: Context, row: TokenRow): ApiToken {
  return {
    id: toPublicId('token', row.id),
    name: row.name,
    hint: row.hint,
    role: row.role,
    userId: toPublicId('user', row.userId),
    userName: row.userName,
    isOwn: row.userId === ctx.actor.userId,
    state: row.revokedAt !== null ? 'revoked' : row.expiresAt <= ctx.now ? 'expired' : 'active',
    createdAt: row.createdAt,
    expiresAt: row.expiresAt,
    lastUsedAt: row.lastUsedAt,
  };
}
