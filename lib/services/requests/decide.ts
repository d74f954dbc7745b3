import 'server-only';
import { store } from '#db/client.ts';
import { endReturned } from '#db/queries/plans/kept-deals.ts';
import { findCurrentPlan } from '#db/queries/plans/plan-rows.ts';
import { readHandSettings, writeHandChange } from '#db/queries/plans/save-hand-changes.ts';
import { touchPlan } from '#db/queries/plans/save-plan.ts';
import { holderChoices } from '#db/queries/requests/free-accounts.ts';
import type { RequestRow } from '#db/queries/requests/request-rows.ts';
import { closeRequest } from '#db/queries/requests/save-request.ts';
import { writeHandAssignment } from '#db/queries/requests/write-hand-assignment.ts';
import { type Tx, write } from '#db/write.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { refreshSegmentsLater } from '#lib/services/segments/refresh.ts';
import { appError } from '#lib/shared/errors.ts';
import { toRowId } from '#lib/shared/ids.ts';
import { slotLabels } from '#lib/shared/plan-shapes.ts';
import type { AcceptRequest } from '#lib/shared/request-shapes.ts';
import { requireRequest } from './list.ts';
import { noDecision, type RequestView, requestView, staleSentence } from './request-view.ts';

/**
 * Accepts a request: the account changes hands at once, and the plan's draft says the same by hand, so that the next
 * publish leaves it, as does a version that waits for its day. Throws `conflict` when the request was decided or the account moved meanwhile, `invalid` when
 * nobody is named to have it, `forbidden` outside the actor's team.
 */
export async function acceptRequest(
  ctx: Context,
  id: string,
  input: AcceptRequest,
  readVersion: number | null,
): Promise<RequestView> {
  requireCan(ctx.actor, 'requests.decide');
  await write(ctx, (tx) => {
    const row = requireOpen(ctx, tx, id, readVersion);
    const stale = staleSentence(row);
    if (stale !== null) throw appError('conflict', `${stale} Refuse it, or let them ask again.`);
    const to = takerOf(tx, row, input.toRepId);
    const asked = `asked by ${row.askedBy ?? 'somebody'}, accepted by ${ctx.actor.name}: ${row.reason}`;
    const { accountId, slot } = row;
    const reason = asked.charAt(0).toUpperCase() + asked.slice(1);
    const given = writeHandAssignment(tx.connection, { accountId, slot, repId: to.id, reason, at: ctx.now });
    endReturned(tx.connection, ctx.now);
    const draft = sayInDraft(ctx, tx, row, to.id, reason);
    close(ctx, tx, row, 'accepted', input.answer, to.id);
    tx.audit({
      action: 'account.accept_change',
      entity: 'account',
      recordId: accountId,
      summary: `${row.accountName} (${slotLabels[slot]}) goes from ${row.fromName ?? 'nobody'} to ${to.name}, as ${row.askedBy ?? 'somebody'} asked.`,
      before: { holder: row.fromName, assignment: given.before, planId: draft?.planId, draft: draft?.before },
      after: { requestId: id, holder: to.name, assignmentId: given.id },
      reason: row.reason,
    });
    tx.changed({ entity: 'assignment', recordId: null, accountId, op: 'bulk' });
    refreshSegmentsLater(tx);
  });
  return requestView(ctx, requireRequest(ctx, store().connection, id));
}

/** Refuses a request with an answer; nothing moves. Throws `conflict` when it was decided meanwhile. */
export async function refuseRequest(
  ctx: Context,
  id: string,
  answer: string,
  readVersion: number | null,
): Promise<RequestView> {
  requireCan(ctx.actor, 'requests.decide');
  await write(ctx, (tx) => {
    const row = requireOpen(ctx, tx, id, readVersion);
    close(ctx, tx, row, 'refused', answer, null);
    tx.audit({
      action: 'account.refuse_change',
      entity: 'account',
      recordId: row.accountId,
      summary: `Refused what ${row.askedBy ?? 'somebody'} asked about ${row.accountName} (${slotLabels[row.slot]}).`,
      after: { requestId: id },
      reason: answer,
    });
  });
  return requestView(ctx, requireRequest(ctx, store().connection, id));
}

/** Takes one's own open request back. Throws `forbidden` for those of others. */
export async function withdrawRequest(ctx: Context, id: string): Promise<RequestView> {
  requireCan(ctx.actor, 'requests.ask');
  await write(ctx, (tx) => {
    const row = requireRequest(ctx, tx.connection, id);
    if (row.askedByUserId === null || row.askedByUserId !== ctx.actor.userId) {
      throw appError('forbidden', 'Only whoever asked may take a request back.');
    }
    if (row.status !== 'open') throw decidedAlready(row);
    close(ctx, tx, row, 'withdrawn', null, null);
    tx.audit({
      action: 'account.withdraw_change',
      entity: 'account',
      recordId: row.accountId,
      summary: `Took back what was asked about ${row.accountName} (${slotLabels[row.slot]}).`,
      after: { requestId: id },
    });
  });
  return requestView(ctx, requireRequest(ctx, store().connection, id));
}

function requireOpen(ctx: Context, tx: Tx, id: string, readVersion: number | null): RequestRow {
  const row = requireRequest(ctx, tx.connection, id);
  const refusal = noDecision(ctx, row);
  if (refusal !== null) throw appError('forbidden', refusal);
  if (row.status !== 'open' || (readVersion !== null && readVersion !== row.version)) {
    throw decidedAlready(row);
  }
  return row;
}

function decidedAlready(row: RequestRow) {
  const how = { open: 'changed', accepted: 'accepted', refused: 'refused', withdrawn: 'taken back' };
  const who = row.decidedBy === null ? '' : ` by ${row.decidedBy}`;
  return appError('conflict', `This request was ${how[row.status]}${who} meanwhile.`, {
    current: { status: row.status, version: row.version },
  });
}

function takerOf(tx: Tx, row: RequestRow, chosen: string | undefined): { id: number; name: string } {
  const chosenId = chosen === undefined ? null : toRowId('rep', chosen);
  if (row.toRepId !== null && chosenId !== null && chosenId !== row.toRepId) {
    throw refusedTaker(`This request is for ${row.toName ?? 'somebody else'}.`);
  }
  const repId = row.toRepId ?? chosenId;
  if (repId === null) throw refusedTaker('Say who gets it.');
  const found = holderChoices(tx.connection).find(({ id }) => id === repId);
  if (!found) throw refusedTaker('Whoever you chose can hold no accounts now.');
  if (found.id === row.nowRepId) throw refusedTaker(`${found.name} holds it already.`);
  return found;
}

function refusedTaker(message: string) {
  return appError('invalid', message, {
    issues: [{ path: '/toRepId', code: 'not_possible', message }],
  });
}

/** Sets the holder by hand in the draft of the plan last worked on, and answers what was set there before. */
function sayInDraft(ctx: Context, tx: Tx, { accountId, slot }: RequestRow, repId: number, reason: string) {
  const plan = findCurrentPlan(tx.connection);
  if (!plan) return null;
  const before = readHandSettings(tx.connection, plan.id, [accountId]);
  const isLocked = before.holders.some((holder) => holder.slot === slot && holder.isLocked === 1);
  writeHandChange(
    tx.connection,
    plan.id,
    { accountIds: [accountId], holder: { slot, repId }, isLocked, reason },
    { now: ctx.now, userId: ctx.actor.userId },
  );
  touchPlan(tx.connection, plan.id, ctx.now);
  tx.changed({ entity: 'plan', recordId: plan.id, op: 'update' });
  return { planId: plan.id, before };
}

function close(
  ctx: Context,
  tx: Tx,
  row: RequestRow,
  status: 'accepted' | 'refused' | 'withdrawn',
  answer: string | null,
  givenToRepId: number | null,
): void {
  closeRequest(tx.connection, row.id, {
    status,
    byUserId: ctx.actor.userId,
    at: ctx.now,
    answer,
    givenToRepId,
  });
}
