import 'server-only';
import { store } from '#db/client.ts';
import { type FrozenMoves, frozenMoves, noteEffect } from '#db/queries/plans/frozen-version.ts';
import { besidePlans } from '#db/queries/plans/kept-accounts.ts';
import { endReturned, writeHoldovers } from '#db/queries/plans/kept-deals.ts';
import { dueVersion, hasChangesAfter, type WaitingVersion } from '#db/queries/plans/waiting-version.ts';
import { markPublished, writeMoves } from '#db/queries/plans/write-publish.ts';
import { changedEntities, lastChange } from '#db/queries/preview/data-version.ts';
import { workspaceSettings } from '#db/queries/settings/workspace.ts';
import { type Tx, write } from '#db/write.ts';
import type { Context } from '#lib/permissions/context.ts';
import { endDueHoldovers } from '#lib/services/holdovers/end-due.ts';
import { refreshSegmentsLater } from '#lib/services/segments/refresh.ts';
import { dayOfInstant } from '#lib/shared/days.ts';
import { formatCount } from '#lib/shared/format.ts';
import { heavyRead } from '#workers/reads/host.ts';
import { placeNewLater } from './place-new.ts';

/**
 * The job `plans.takeEffect`, at the workspace's midnight: lets versions whose day has come take over, as they were
 * frozen, and ends holdovers that are over. What moves is worked out before the write, so that nobody else's waits for
 * it; where accounts or people changed meanwhile, once more. Safe to run twice: a version takes effect once.
 */
export async function takeEffect(ctx: Context): Promise<{ versions: number; ended: number }> {
  let versions = 0;
  while (await takeNext(ctx)) versions += 1;
  return { versions, ended: await endDueHoldovers(ctx) };
}

/** Lets the next version whose day has come take over; false where there is none. */
async function takeNext(ctx: Context): Promise<boolean> {
  const { connection } = store();
  for (let attempt = 1; ; attempt++) {
    const version = dueVersion(connection, ctx.now);
    if (!version) return false;
    const asOf = lastChange(connection);
    const read = await heavyRead('frozenMoves', { versionId: version.id });
    const isDone = await write(ctx, (tx) => {
      // Withdrawn meanwhile, or taken over by another run of the job.
      if (dueVersion(tx.connection, ctx.now)?.id !== version.id) return false;
      const isStale = changedEntities(tx.connection, asOf).some((entity) => !besides.has(entity));
      if (isStale && attempt < MAX_READS) return false;
      // Where something always changes meanwhile, the write waits for the reading rather than the day passing.
      takeOver(ctx, tx, version, isStale ? frozenMoves(tx.connection, { versionId: version.id }) : read);
      return true;
    });
    if (isDone) return true;
  }
}

const MAX_READS = 4;

/** Kinds of record that say nothing about who holds which account, or who is there to hold one. */
const besides = new Set([...besidePlans, 'accountTier', 'field', 'holdover', 'plan', 'product', 'tier']);

function takeOver(
  ctx: Context,
  tx: Tx,
  version: WaitingVersion,
  { moves, keptDeals, left, goneAccounts }: FrozenMoves,
): void {
  const { connection } = tx;
  // A server that was off at midnight catches up as of its day, unless something began in between.
  const at = hasChangesAfter(connection, version.effectiveAt) ? ctx.now : version.effectiveAt;
  const todayOn = dayOfInstant(at, workspaceSettings(connection).timeZone);
  const heldOver = writeHoldovers(
    connection,
    { id: version.id, planId: version.planId, at, todayOn },
    moves,
    keptDeals,
  );
  writeMoves(connection, moves, version.id, at);
  endReturned(connection, at);
  noteEffect(connection, version.id, { at, movedAccounts: moves.length, left, goneAccounts });
  markPublished(connection, version.planId, at);
  // Accounts that came since it was frozen are not in it; its rules may take some that the version before did not.
  placeNewLater(tx);
  const kept = left.reduce((sum, person) => sum + person.accounts, 0);
  const notes = [
    heldOver > 0 ? `${formatCount(heldOver, 'deal')} stay with their former owner` : null,
    kept > 0
      ? `${formatCount(kept, 'account')} keep whom they have, because ${left.map(({ name }) => name).join(', ')} left`
      : null,
    goneAccounts > 0 ? `${formatCount(goneAccounts, 'account')} lie in the Trash` : null,
  ].filter((note) => note !== null);
  tx.audit({
    action: 'plan.take_effect',
    entity: 'plan',
    recordId: version.planId,
    summary: `v${version.number} of "${version.planName}" took over: ${[`${moves.length} accounts change territory or holder`, ...notes].join('; ')}.`,
    after: { version: version.number, movedAccounts: moves.length, heldOver, left, goneAccounts },
    reason: version.note,
  });
  tx.changed({ entity: 'assignment', recordId: null, op: 'bulk' });
  refreshSegmentsLater(tx);
}
