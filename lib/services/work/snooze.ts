import 'server-only';
import { store } from '#db/client.ts';
import { workspaceSettings } from '#db/queries/settings/workspace.ts';
import { findSnooze, setSnooze } from '#db/queries/work/snooze-rows.ts';
import { write } from '#db/write.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { requireAccount } from '#lib/services/accounts/require-account.ts';
import { dayOfInstant, formatIsoDay } from '#lib/shared/days.ts';
import { appError } from '#lib/shared/errors.ts';
import { formatDay } from '#lib/shared/format.ts';
import type { SnoozeInput } from '#lib/shared/work-shapes.ts';
import { requireRep } from './whose-list.ts';

/** What stood before a change, so that it can be taken back. */
export type Snoozed = { untilOn: number | null; beforeOn: number | null };

/** Hides an account from a rep's list until a day; the day must lie ahead. */
export async function snoozeAccount(ctx: Context, accountId: string, input: SnoozeInput): Promise<Snoozed> {
  const today = dayOfInstant(ctx.now, workspaceSettings(store().connection).timeZone);
  if (input.untilOn <= today) {
    throw appError('invalid', 'Choose a day after today.', {
      issues: [{ path: '/untilOn', code: 'past', message: `${formatIsoDay(input.untilOn)} is not ahead.` }],
    });
  }
  return change(ctx, accountId, input.repId, input.untilOn);
}

/** Brings a snoozed account back; one that is not snoozed stays as it is. */
export function unsnoozeAccount(ctx: Context, accountId: string, repId?: string): Promise<Snoozed> {
  return change(ctx, accountId, repId, null);
}

async function change(
  ctx: Context,
  accountId: string,
  repId: string | undefined,
  untilOn: number | null,
): Promise<Snoozed> {
  requireCan(ctx.actor, 'activities.log');
  return write(ctx, (tx) => {
    const account = requireAccount(ctx, tx.connection, accountId);
    const rep = requireRep(ctx, tx.connection, repId);
    const beforeOn = findSnooze(tx.connection, account.id, rep.id);
    if (beforeOn === untilOn) return { untilOn, beforeOn };
    setSnooze(tx.connection, account.id, rep.id, untilOn, ctx.now);
    tx.audit({
      action: untilOn === null ? 'account.unsnooze' : 'account.snooze',
      entity: 'account',
      recordId: account.id,
      summary:
        untilOn === null
          ? `Brought "${account.name}" back to the list of ${rep.name}.`
          : `Snoozed "${account.name}" on the list of ${rep.name} until ${formatDay(untilOn)}.`,
      before: { untilOn: beforeOn },
      after: { untilOn },
    });
    return { untilOn, beforeOn };
  });
}
