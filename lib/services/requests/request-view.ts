import type { RequestRow } from '#db/queries/requests/request-rows.ts';
import { can } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { type Scope, scopeOf } from '#lib/permissions/scope.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import { slotLabels } from '#lib/shared/plan-shapes.ts';

const named = (id: number | null, name: string | null) =>
  id === null ? null : { id: toPublicId('rep', id), name: name ?? '' };

/** A request as whoever reads it may see it; times in epoch ms. */
export function requestView(ctx: Context, row: RequestRow) {
  return {
    id: toPublicId('request', row.id),
    account: { id: toPublicId('account', row.accountId), name: row.accountName },
    slot: row.slot,
    kind: row.kind,
    from: named(row.fromRepId, row.fromName),
    to: named(row.toRepId, row.toName),
    reason: row.reason,
    status: row.status,
    askedBy: row.askedBy,
    askedAt: row.askedAt,
    decidedBy: row.decidedBy,
    decidedAt: row.decidedAt,
    answer: row.answer,
    givenTo: named(row.givenToRepId, row.givenToName),
    version: row.version,
    isOwn: row.askedByUserId !== null && row.askedByUserId === ctx.actor.userId,
    staleSentence: row.status === 'open' ? staleSentence(row) : null,
    noDecision: row.status === 'open' ? noDecision(ctx, row) : null,
  };
}
export type RequestView = ReturnType<typeof requestView>;

/** Why an open request can no longer be accepted as it was asked; null = it can. */
export function staleSentence(row: RequestRow): string | null {
  const slot = slotLabels[row.slot];
  if (row.isArchived === 1) return `${row.accountName} is in the Trash.`;
  if (row.toRepId !== null && row.nowRepId === row.toRepId) {
    return `${row.toName ?? 'Whoever it was for'} holds ${row.accountName} as ${slot} already.`;
  }
  if (row.nowRepId !== row.fromRepId) {
    return `${row.accountName} was moved since this was asked: ${row.nowName ?? 'nobody'} holds it as ${slot} now, then it was ${row.fromName ?? 'nobody'}.`;
  }
  if (row.toRepId !== null && row.toIsHolder !== 1) {
    return `${row.toName ?? 'Whoever it was for'} can hold no accounts any more.`;
  }
  return null;
}

/** Why the actor may not decide a request; null = may. Nobody takes an account out of somebody else's team. */
export function noDecision(ctx: Context, row: RequestRow): string | null {
  if (!can(ctx.actor, 'requests.decide')) return 'Your leader decides this.';
  const scope = scopeOf(ctx.actor);
  if (scope.all || isIn(scope, row.fromRepId)) return null;
  if (row.fromRepId !== null) {
    return `${row.fromName ?? 'The holder'} is not in your team; whoever leads them decides.`;
  }
  if (isIn(scope, row.toRepId) || isIn(scope, row.askedByRepId)) return null;
  return 'This is about nobody in your team.';
}

/** Whether the actor may read a request at all. */
export function seesRequest(ctx: Context, row: RequestRow): boolean {
  if (row.askedByUserId !== null && row.askedByUserId === ctx.actor.userId) return true;
  if (!can(ctx.actor, 'requests.decide')) return false;
  const scope = scopeOf(ctx.actor);
  return scope.all || [row.fromRepId, row.toRepId, row.askedByRepId].some((id) => isIn(scope, id));
}

function isIn(scope: Scope, repId: number | null): boolean {
  return scope.all || (repId !== null && scope.repIds.includes(repId));
}
