import 'server-only';
import { frozenMoves, noteEffect } from '#db/queries/plans/frozen-version.ts';
import { endReturned, writeHoldovers } from '#db/queries/plans/kept-deals.ts';
import { dueVersion, hasChangesAfter } from '#db/queries/plans/waiting-version.ts';
import { markPublished, writeMoves } from '#db/queries/plans/write-publish.ts';
import { workspaceSettings } from '#db/queries/settings/workspace.ts';
import { type Tx, write } from '#db/write.ts';
import type { Context } from '#lib/permissions/context.ts';
import { endDueHoldovers } from '#lib/services/holdovers/end-due.ts';
import { refreshSegmentsLater } from '#lib/services/segments/refresh.ts';
import { dayOfInstant } from '#lib/shared/days.ts';
import { formatCount } from '#lib/shared/format.ts';
import { placeNewLater } from './place-new.ts';

/**
 * The job `plans.takeEffect`, at the workspace's midnight: lets versions whose day has come take over, as they were
 * frozen, and ends holdovers that are over. What moves is worked out inside the write, against what is in force right
 * then. Safe to run twice: a version takes effect once.
 */
export async function takeEffect(ctx: Context): Promise<{ versions: number; ended: number }> {
  let versions = 0;
  while (await write(ctx, (tx) => takeNext(ctx, tx))) versions += 1;
  return { versions, ended: await endDueHoldovers(ctx) };
}

function takeNext(ctx: Context, tx: Tx): boolean {
  const { connection } = tx;
  const version = dueVersion(connection, ctx.now);
  if (!version) return false;
  const { moves, keptDeals, left, goneAccounts } = frozenMoves(connection, { versionId: version.id });
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
  return true;
}
