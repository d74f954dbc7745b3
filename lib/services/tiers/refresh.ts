import { store } from '#db/client.ts';
import { writeAccountTiers } from '#db/queries/tiers/account-tiers.ts';
import { type Tx, write } from '#db/write.ts';
import { enqueue } from '#lib/jobs/queue.ts';
import type { Context } from '#lib/permissions/context.ts';
import { findTierChanges } from './effective-tiers.ts';

const BATCH = 2_000;
/** Up to so many are told one by one, so that whoever keeps in step need not read everything again. */
const MANY = 200;

/** Brings every account's effective tier up to date, in small writes; safe to run twice. Returns how many changed. */
export async function refreshTiers(ctx: Context): Promise<{ changed: number }> {
  const { ended, begun } = findTierChanges(store().connection, null);
  const accountIds = [...new Set([...ended, ...begun.map((tier) => tier.accountId)])];
  const endedIds = new Set(ended);
  const begunBy = new Map(begun.map((tier) => [tier.accountId, tier]));
  for (let start = 0; start < accountIds.length; start += BATCH) {
    const batch = accountIds.slice(start, start + BATCH);
    await write(ctx, (tx) => {
      const change = {
        ended: batch.filter((id) => endedIds.has(id)),
        begun: batch.flatMap((id) => begunBy.get(id) ?? []),
      };
      writeAccountTiers(tx.connection, change, ctx.now);
      if (accountIds.length > MANY) tx.changed({ entity: 'accountTier', recordId: null, op: 'bulk' });
      else
        for (const id of batch) tx.changed({ entity: 'account', recordId: id, accountId: id, op: 'update' });
    });
  }
  return { changed: accountIds.length };
}

/** Queues `refreshTiers`; a waiting one absorbs the next. Call it inside the write that made tiers stale. */
export function refreshTiersLater(tx: Tx): void {
  enqueue(tx, { kind: 'tiers.refresh', payload: {}, dedupeKey: 'tiers.refresh' });
}
