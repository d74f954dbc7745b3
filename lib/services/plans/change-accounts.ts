import { store } from '#db/client.ts';
import { holderRows } from '#db/queries/plans/plan-rows.ts';
import {
  readHandSettings,
  restoreHandSettings,
  writeHandChange,
} from '#db/queries/plans/save-hand-changes.ts';
import { touchPlan } from '#db/queries/plans/save-plan.ts';
import { write } from '#db/write.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { appError } from '#lib/shared/errors.ts';
import { toPublicId, toRowId } from '#lib/shared/ids.ts';
import type { HandChangeInput, PlanBook } from '#lib/shared/plan-shapes.ts';
import type { HandChange } from '#lib/territories/with-changes.ts';
import { heavyRead } from '#workers/reads/host.ts';
import { bookViews } from './book-views.ts';
import { requireAccountsInScope, requirePlan, requireTerritory } from './plan-access.ts';
import { ruleMembers } from './rule-members.ts';

/** Moves, names or locks accounts by hand in the draft. Returns the audit entry that `undoChange` takes back. */
export async function changeAccounts(
  ctx: Context,
  planId: string,
  input: HandChangeInput,
): Promise<{ undoId: string; accounts: number }> {
  requireCan(ctx.actor, 'plans.edit');
  return write(ctx, (tx) => {
    const plan = requirePlan(tx.connection, planId);
    const change = readChange(ctx, planId, input);
    const before = readHandSettings(tx.connection, plan.id, change.accountIds);
    writeHandChange(tx.connection, plan.id, change, { now: ctx.now, userId: ctx.actor.userId });
    touchPlan(tx.connection, plan.id, ctx.now);
    tx.audit({
      action: 'plan.change_accounts',
      entity: 'plan',
      recordId: plan.id,
      summary: `${describeChange(change)} in "${plan.name}".`,
      before: { accountIds: change.accountIds, ...before },
      after: change,
      reason: change.reason ?? null,
    });
    tx.changed({ entity: 'plan', recordId: plan.id, op: 'update' });
    const auditId =
      tx.connection.prepare<[], { id: number }>('SELECT last_insert_rowid() AS id').get()?.id ?? 0;
    return { undoId: toPublicId('audit', auditId), accounts: change.accountIds.length };
  });
}

/** What a change by hand would do to every book it touches, without making it. */
export async function previewChange(
  ctx: Context,
  planId: string,
  input: HandChangeInput,
): Promise<{ books: PlanBook[]; movesBefore: number; movesAfter: number }> {
  requireCan(ctx.actor, 'plans.edit');
  const { connection } = store();
  const plan = requirePlan(connection, planId);
  const change = readChange(ctx, planId, input);
  const { members } = await ruleMembers(ctx, plan.id);
  const effect = await heavyRead('planEffect', { planId: plan.id, members, changes: [change] });
  const books = bookViews(holderRows(connection), effect).filter(
    ({ before, after }) =>
      before?.accounts !== after?.accounts || before?.potentialAmount !== after?.potentialAmount,
  );
  return { books, movesBefore: effect.movesBefore, movesAfter: effect.movesAfter };
}

/** Puts the accounts of one change by hand back as they were before it. */
export async function undoChange(ctx: Context, planId: string, undoId: string): Promise<void> {
  requireCan(ctx.actor, 'plans.edit');
  await write(ctx, (tx) => {
    const plan = requirePlan(tx.connection, planId);
    const entry = tx.connection
      .prepare<[number, number], { before: string }>(
        "SELECT before FROM audit WHERE id = ? AND action = 'plan.change_accounts' AND record_id = ?",
      )
      .get(toRowId('audit', undoId), plan.id);
    if (!entry) throw appError('not_found', 'This change can no longer be found.');
    const before = JSON.parse(entry.before) as { accountIds: number[] } & ReturnType<typeof readHandSettings>;
    requireAccountsInScope(ctx, tx.connection, before.accountIds);
    restoreHandSettings(tx.connection, plan.id, before.accountIds, before, {
      now: ctx.now,
      userId: ctx.actor.userId,
    });
    touchPlan(tx.connection, plan.id, ctx.now);
    tx.audit({
      action: 'plan.undo_change',
      entity: 'plan',
      recordId: plan.id,
      summary: `Took back a change to ${before.accountIds.length} accounts in "${plan.name}".`,
    });
    tx.changed({ entity: 'plan', recordId: plan.id, op: 'update' });
  });
}

function readChange(ctx: Context, planId: string, input: HandChangeInput): HandChange {
  const { connection } = store();
  const plan = requirePlan(connection, planId);
  const accountIds = [...new Set(input.accountIds.map((id) => toRowId('account', id)))];
  requireAccountsInScope(ctx, connection, accountIds);
  const holder = input.holder
    ? { slot: input.holder.slot, repId: input.holder.repId === null ? null : knownRep(input.holder.repId) }
    : undefined;
  const territoryId =
    input.territoryId === undefined || input.territoryId === null
      ? input.territoryId
      : requireTerritory(connection, plan, input.territoryId).id;
  return { accountIds, territoryId, holder, isLocked: input.isLocked, reason: input.reason };
}

function knownRep(id: string): number {
  const rowId = toRowId('rep', id);
  if (holderRows(store().connection).some((holder) => holder.id === rowId)) return rowId;
  throw appError('not_found', `There is no rep "${id}".`);
}

function describeChange(change: HandChange): string {
  const count = change.accountIds.length === 1 ? '1 account' : `${change.accountIds.length} accounts`;
  if (change.territoryId === null || change.holder?.repId === null) return `Gave ${count} back to the rules`;
  if (change.territoryId !== undefined || change.holder) return `Moved ${count} by hand`;
  return change.isLocked ? `Locked ${count}` : `Unlocked ${count}`;
}
