import 'server-only';
import { type Connection, store } from '#db/client.ts';
import { holderChoices } from '#db/queries/requests/free-accounts.ts';
import { openTwin } from '#db/queries/requests/request-rows.ts';
import { insertRequest } from '#db/queries/requests/save-request.ts';
import { holderNow } from '#db/queries/requests/write-hand-assignment.ts';
import { write } from '#db/write.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { scopeOf } from '#lib/permissions/scope.ts';
import { appError } from '#lib/shared/errors.ts';
import { toPublicId, toRowId } from '#lib/shared/ids.ts';
import { slotLabels } from '#lib/shared/plan-shapes.ts';
import type { RequestInput } from '#lib/shared/request-shapes.ts';
import { requireAskable } from './choices.ts';
import { requireRequest } from './list.ts';
import { type RequestView, requestView } from './request-view.ts';

/**
 * Asks that an account changes hands; nothing moves until somebody decides. Throws `forbidden` for accounts in other
 * people's books, `invalid` for a wish that makes no sense, `conflict` while the same wish is open already.
 */
export async function askForChange(ctx: Context, input: RequestInput): Promise<RequestView> {
  requireCan(ctx.actor, 'requests.ask');
  const id = await write(ctx, (tx) => {
    const { connection } = tx;
    const account = requireAskable(ctx, connection, input.accountId);
    const holder = holderNow(connection, account.id, input.slot);
    const to = takerOf(ctx, connection, input);
    const slot = slotLabels[input.slot];
    if (input.kind === 'give') requireOwn(ctx, account.name, slot, holder);
    if (to !== null && to.id === holder?.repId) {
      throw refused('toRepId', `${to.name} holds ${account.name} as ${slot} already.`);
    }
    const twin = openTwin(connection, {
      accountId: account.id,
      slot: input.slot,
      userId: ctx.actor.userId,
    });
    if (twin !== null) {
      throw appError('conflict', `You asked about ${account.name} already, and it is not decided yet.`, {
        current: { id: toPublicId('request', twin) },
      });
    }
    const rowId = insertRequest(connection, {
      accountId: account.id,
      slot: input.slot,
      kind: input.kind,
      fromRepId: holder?.repId ?? null,
      toRepId: to?.id ?? null,
      reason: input.reason,
      askedByUserId: ctx.actor.userId,
      askedAt: ctx.now,
    });
    tx.audit({
      action: 'account.ask_change',
      entity: 'account',
      recordId: account.id,
      summary: `Asked that ${account.name} (${slot}) goes from ${holder?.name ?? 'nobody'} to ${to?.name ?? 'somebody else'}.`,
      after: { ...input, requestId: toPublicId('request', rowId) },
      reason: input.reason,
    });
    return toPublicId('request', rowId);
  });
  return requestView(ctx, requireRequest(ctx, store().connection, id));
}

function takerOf(ctx: Context, connection: Connection, input: RequestInput) {
  const people = holderChoices(connection);
  if (input.kind === 'want') {
    const own = people.find(({ id }) => id === ctx.actor.repId);
    if (own) return own;
    throw refused('kind', 'You are linked with no rep, so you can hold no account yourself.');
  }
  if (input.toRepId === null) return null;
  const rowId = toRowId('rep', input.toRepId);
  const found = people.find(({ id }) => id === rowId);
  if (found) return found;
  throw appError('not_found', `Nobody called "${input.toRepId}" can hold accounts now.`);
}

function requireOwn(ctx: Context, account: string, slot: string, holder: { repId: number } | null): void {
  const scope = scopeOf(ctx.actor);
  if (holder && (scope.all || scope.repIds.includes(holder.repId))) return;
  throw refused('kind', `You do not hold ${account} as ${slot}, so you cannot give it away.`);
}

function refused(field: string, message: string) {
  return appError('invalid', message, { issues: [{ path: `/${field}`, code: 'not_possible', message }] });
}
