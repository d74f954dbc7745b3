import 'server-only';
import { noteTokenUsed } from '#db/queries/tokens/save-token.ts';
import { write } from '#db/write.ts';
import type { Context } from '#lib/permissions/context.ts';

const GRAIN_MS = 5 * 60_000;

/**
 * Remembers when a token was last used, to five minutes, without holding the request up. Failing to note it
 * must not fail the request.
 */
export function noteTokenUse(ctx: Context, token: { id: number; lastUsedAt: number | null }): void {
  if (token.lastUsedAt !== null && ctx.now - token.lastUsedAt < GRAIN_MS) return;
  write(ctx, (tx) => {
    noteTokenUsed(tx.connection, token.id, ctx.now);
  }).catch(() => undefined);
}
