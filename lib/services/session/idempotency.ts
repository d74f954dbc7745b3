import 'server-only';
import { store } from '#db/client.ts';
import { findKeptAnswer, insertKeptAnswer, type KeptAnswer } from '#db/queries/users/kept-answers.ts';
import { write } from '#db/write.ts';
import type { Context } from '#lib/permissions/context.ts';

/** The answer that was given under this key, if any. */
export function findAnswer(userId: number, key: string): KeptAnswer | null {
  return findKeptAnswer(store().connection, userId, key);
}

/** Keeps an answer for a repeated request; the nightly housekeeping drops it after a day. */
export async function keepAnswer(ctx: Context, answer: KeptAnswer & { key: string }): Promise<void> {
  const { userId } = ctx.actor;
  if (userId === null) return;
  await write(ctx, (tx) => insertKeptAnswer(tx.connection, { ...answer, userId, createdAt: ctx.now }));
}
