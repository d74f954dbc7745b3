import type { NewSource } from '#db/queries/records/write-record.ts';
import type { Context } from '#lib/permissions/context.ts';

/** Values that come with this request: set by a person they are pinned, by a token they are as good as an import's. */
export function sourceOfRequest(ctx: Context): NewSource {
  const isPerson = ctx.actor.kind === 'user';
  return { source: isPerson ? 'person' : 'api', userId: ctx.actor.userId, at: ctx.now, isPinned: isPerson };
}
