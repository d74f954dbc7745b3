import 'server-only';
import { store } from '#db/client.ts';
import { archiveActivity, findActivity, insertActivity } from '#db/queries/activities/activity-rows.ts';
import { contactOfAccount } from '#db/queries/contacts/contact-for-scope.ts';
import { termWriter } from '#db/terms.ts';
import { write } from '#db/write.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { requireAccount } from '#lib/services/accounts/require-account.ts';
import { refreshSegmentsLater } from '#lib/services/segments/refresh.ts';
import type { Activity, ActivityInput } from '#lib/shared/activity-shapes.ts';
import { appError } from '#lib/shared/errors.ts';
import { toPublicId, toRowId } from '#lib/shared/ids.ts';

/** A clock that runs ahead a little is not the future. */
const AHEAD_MS = 5 * 60_000;

const words: Record<ActivityInput['type'], string> = {
  touch: 'a touch',
  reply: 'a reply',
  meeting: 'a meeting',
  note: 'a note',
};

/**
 * Logs a touch, reply, meeting or note on an account as done by the actor's rep. Without a time it happened now; a
 * meeting with a `scheduledAt` ahead has not happened yet. Throws `forbidden` outside the actor's scope.
 */
export async function logActivity(ctx: Context, input: ActivityInput): Promise<Activity> {
  requireCan(ctx.actor, 'activities.log');
  const times = timesOf(ctx, input);
  const id = await write(ctx, (tx) => {
    const account = requireAccount(ctx, tx.connection, input.accountId);
    const contactId = input.contactId === null ? null : toRowId('contact', input.contactId);
    if (contactId !== null && !contactOfAccount(tx.connection, contactId, account.id)) {
      throw appError('invalid', `This contact does not belong to "${account.name}".`, {
        issues: [{ path: '/contactId', code: 'other_account', message: 'Choose a contact of this account.' }],
      });
    }
    const term = termWriter(tx.connection);
    const type = term('activity.type', input.type);
    if (type === null) throw appError('invalid', 'An activity needs a type.');
    const rowId = insertActivity(
      tx.connection,
      {
        accountId: account.id,
        contactId,
        type,
        channel: input.channel && term('activity.channel', input.channel),
        outcome: input.outcome && term('activity.outcome', input.outcome),
        ownerId: ctx.actor.repId,
        note: input.note || null,
        ...times,
      },
      ctx.now,
    );
    tx.audit({
      action: 'activity.log',
      entity: 'activity',
      recordId: rowId,
      summary: `Logged ${words[input.type]} on "${account.name}".`,
      after: input,
    });
    tx.changed({ entity: 'activity', recordId: rowId, accountId: account.id, op: 'create' });
    refreshSegmentsLater(tx);
    return rowId;
  });
  return requireActivity(id).activity;
}

/** Takes a logged activity back: one's own; leaders and RevOps also other people's within their scope. */
export async function removeActivity(ctx: Context, id: string): Promise<void> {
  requireCan(ctx.actor, 'activities.log');
  const rowId = toRowId('activity', id);
  await write(ctx, (tx) => {
    const { activity, accountId, ownerId } = requireActivity(rowId);
    if (activity.accountId !== null) requireAccount(ctx, tx.connection, activity.accountId);
    const isOwn = ownerId !== null && ownerId === ctx.actor.repId;
    if (!isOwn) requireOperations(ctx);
    archiveActivity(tx.connection, rowId, ctx.now);
    tx.audit({
      action: 'activity.remove',
      entity: 'activity',
      recordId: rowId,
      summary: `Took back ${words[activity.type as ActivityInput['type']] ?? 'an activity'} on "${activity.accountName ?? 'no account'}".`,
      before: activity,
    });
    tx.changed({ entity: 'activity', recordId: rowId, accountId, op: 'delete' });
    refreshSegmentsLater(tx);
  });
}

function timesOf(
  ctx: Context,
  input: ActivityInput,
): { occurredAt: number | null; scheduledAt: number | null } {
  const { occurredAt, scheduledAt = null } = input;
  if (occurredAt !== undefined && occurredAt > ctx.now + AHEAD_MS) {
    throw appError('invalid', 'What lies ahead has not happened. Give it as scheduledAt.', {
      issues: [{ path: '/occurredAt', code: 'future', message: 'This time lies ahead.' }],
    });
  }
  if (scheduledAt !== null && input.type !== 'meeting') {
    throw appError('invalid', 'Only a meeting is scheduled; for the rest set a next step.', {
      issues: [{ path: '/scheduledAt', code: 'not_a_meeting', message: 'Only a meeting is scheduled.' }],
    });
  }
  const isAhead = scheduledAt !== null && scheduledAt > ctx.now;
  return { occurredAt: occurredAt ?? (isAhead ? null : (scheduledAt ?? ctx.now)), scheduledAt };
}

/** Somebody else's work is taken back by those who see all of it; leaders within their team. */
function requireOperations(ctx: Context): void {
  if (ctx.actor.role !== 'rep') return;
  throw appError(
    'forbidden',
    'Somebody else logged this. Only they, their leader or RevOps can take it back.',
  );
}

function requireActivity(rowId: number) {
  const found = findActivity(store().connection, rowId);
  if (!found) throw appError('not_found', `There is no activity "${toPublicId('activity', rowId)}".`);
  return found;
}
