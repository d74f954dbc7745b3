import 'server-only';
import { write } from '#db/write.ts';
import type { Context } from '#lib/permissions/context.ts';

const DAY_MS = 86_400_000;

/** Nightly: drops what is only kept for a while (kept answers, sign-in tries, old jobs). */
export async function housekeeping(ctx: Context): Promise<{ dropped: number }> {
  return write(ctx, (tx) => {
    const drop = (sql: string, before: number) => tx.connection.prepare(sql).run(before).changes;
    const dropped =
      drop('DELETE FROM idempotency_keys WHERE created_at < ?', ctx.now - DAY_MS) +
      drop('DELETE FROM sign_in_attempts WHERE at < ?', ctx.now - DAY_MS) +
      drop(
        "DELETE FROM jobs WHERE status IN ('completed', 'cancelled', 'failed') AND finished_at < ?",
        ctx.now - 30 * DAY_MS,
      );
    return { dropped };
  });
}
