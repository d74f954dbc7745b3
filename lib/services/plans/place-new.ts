import { store } from '#db/client.ts';
import { newAccountIds } from '#db/queries/plans/place-new.ts';
import { type PublishedPlan, publishedPlan } from '#db/queries/plans/published-plan.ts';
import { writeMoves } from '#db/queries/plans/write-publish.ts';
import { type Tx, write } from '#db/write.ts';
import { enqueue } from '#lib/jobs/queue.ts';
import type { Context } from '#lib/permissions/context.ts';
import { refreshSegmentsLater } from '#lib/services/segments/refresh.ts';
import { formatCount } from '#lib/shared/format.ts';
import { heavyRead } from '#workers/reads/host.ts';
import { membersOfRows } from './rule-members.ts';

/**
 * Places accounts that came after the publish and that nobody placed or holds, as the version in force says and only
 * when its plan wants that; the draft has no part in it. Safe to run twice. The job `plans.placeNew`.
 */
export async function placeNewAccounts(ctx: Context): Promise<{ placed: number }> {
  const { connection } = store();
  const version = publishedPlan(connection);
  if (!version?.placesNewAccounts) return { placed: 0 };
  const accountIds = newAccountIds(connection, sinceOf(version));
  if (accountIds.length === 0) return { placed: 0 };
  const { members } = await membersOfRows(ctx, version.territories);
  const moves = await heavyRead('placeNew', { members, accountIds });
  return write(ctx, (tx) => {
    if (publishedPlan(tx.connection)?.versionId !== version.versionId) {
      // Another version took over while this one was read: once more, as that one says.
      placeNewLater(tx);
      return { placed: 0 };
    }
    const stillNew = new Set(newAccountIds(tx.connection, sinceOf(version)));
    const placed = moves.filter((move) => stillNew.has(move.accountId));
    if (placed.length === 0) return { placed: 0 };
    writeMoves(tx.connection, placed, version.versionId, ctx.now);
    tx.audit({
      action: 'plan.place_new',
      entity: 'plan',
      recordId: version.planId,
      summary: `Placed ${formatCount(placed.length, 'new account')} as v${version.number} of the plan says.`,
      after: { accountIds: placed.map((move) => move.accountId) },
    });
    tx.changed({ entity: 'assignment', recordId: null, op: 'bulk' });
    refreshSegmentsLater(tx);
    return { placed: placed.length };
  });
}

function sinceOf(version: PublishedPlan): number {
  return Math.min(version.publishedAt, version.effectiveAt);
}

/** Queues `placeNewAccounts` where the plan in force wants it. Call it inside writes that bring new accounts. */
export function placeNewLater(tx: Tx): void {
  const isWanted = tx.connection
    .prepare("SELECT 1 FROM plans WHERE status = 'published' AND places_new_accounts = 1 LIMIT 1")
    .get();
  if (isWanted) enqueue(tx, { kind: 'plans.placeNew', payload: {}, dedupeKey: 'plans.placeNew' });
}
