import 'server-only';
import { store } from '#db/client.ts';
import { write } from '#db/write.ts';
import type { Context } from '#lib/permissions/context.ts';

export type KeptAnswer = { requestDigest: string; status: number; body: string };

/** The answer that was given under this key, if any. */
export function findAnswer(userId: number, key: string): KeptAnswer | null {
  const row = store()
    .connection.prepare<[number, string], KeptAnswer>(
      `SELECT request_digest AS requestDigest, status, body FROM idempotency_keys WHERE user_id = ? AND key = ?`,
    )
    .get(userId, key);
  return row ?? null;
}

/** Keeps an answer for a repeated request; the nightly purge drops it after a day. */
export async function keepAnswer(ctx: Context, answer: KeptAnswer & { key: string }): Promise<void> {
  await write(ctx, (tx) => {
    tx.connection
      .prepare(
        `INSERT INTO idempotency_keys (user_id, key, request_digest, status, body, created_at)
         VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
      )
      .run(ctx.actor.userId, answer.key, answer.requestDigest, answer.status, answer.body, ctx.now);
  });
}
