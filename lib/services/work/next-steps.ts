import 'server-only';
import { store } from '#db/client.ts';
import { contactOfAccount } from '#db/queries/contacts/contact-for-scope.ts';
import { deleteStep, findStep, insertStep, stepsOfAccount, updateStep } from '#db/queries/work/step-rows.ts';
import { write } from '#db/write.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { requireAccount } from '#lib/services/accounts/require-account.ts';
import { appError } from '#lib/shared/errors.ts';
import { formatDay } from '#lib/shared/format.ts';
import { toPublicId, toRowId } from '#lib/shared/ids.ts';
import type { NextStep, NextStepChange, NextStepInput } from '#lib/shared/work-shapes.ts';
import { requireRep } from './whose-list.ts';

/** Next steps of an account: those to do by day, then the last ones done. */
export function listNextSteps(ctx: Context, accountId: string): { items: NextStep[]; nextCursor: null } {
  requireCan(ctx.actor, 'accounts.read');
  const { connection } = store();
  const account = requireAccount(ctx, connection, accountId);
  return { items: stepsOfAccount(connection, account.id), nextCursor: null };
}

/** Sets a dated next step on an account. */
export async function addNextStep(ctx: Context, input: NextStepInput): Promise<NextStep> {
  requireCan(ctx.actor, 'activities.log');
  const id = await write(ctx, (tx) => {
    const account = requireAccount(ctx, tx.connection, input.accountId);
    const rep = requireRep(ctx, tx.connection, input.repId);
    const contactId = input.contactId === null ? null : toRowId('contact', input.contactId);
    if (contactId !== null && !contactOfAccount(tx.connection, contactId, account.id)) {
      throw appError('invalid', `This contact does not belong to "${account.name}".`);
    }
    const step = {
      accountId: account.id,
      contactId,
      repId: rep.id,
      dueOn: input.dueOn,
      text: input.text,
    };
    const rowId = insertStep(tx.connection, step, ctx.now);
    tx.audit({
      action: 'account.next_step',
      entity: 'account',
      recordId: account.id,
      summary: `Next step for "${account.name}" on ${formatDay(input.dueOn)}: ${input.text}`,
      after: step,
    });
    return rowId;
  });
  return readStep(id);
}

/** Moves, rewords, ticks off or reopens a step. */
export async function changeNextStep(ctx: Context, id: string, change: NextStepChange): Promise<NextStep> {
  requireCan(ctx.actor, 'activities.log');
  const rowId = toRowId('nextStep', id);
  await write(ctx, (tx) => {
    const { step, accountName } = requireStep(ctx, rowId);
    const doneAt =
      change.isDone === undefined ? step.doneAt : change.isDone ? (step.doneAt ?? ctx.now) : null;
    const next = { dueOn: change.dueOn ?? step.dueOn, text: change.text ?? step.text, doneAt };
    updateStep(tx.connection, rowId, next);
    tx.audit({
      action: 'account.next_step',
      entity: 'account',
      recordId: toRowId('account', step.accountId),
      summary: `${doneAt !== null && step.doneAt === null ? 'Did' : 'Changed'} the next step for "${accountName}": ${next.text}`,
      before: { dueOn: step.dueOn, text: step.text, doneAt: step.doneAt },
      after: next,
    });
  });
  return readStep(rowId);
}

/** Takes a step away. */
export async function removeNextStep(ctx: Context, id: string): Promise<void> {
  requireCan(ctx.actor, 'activities.log');
  const rowId = toRowId('nextStep', id);
  await write(ctx, (tx) => {
    const { step, accountName } = requireStep(ctx, rowId);
    deleteStep(tx.connection, rowId);
    tx.audit({
      action: 'account.next_step',
      entity: 'account',
      recordId: toRowId('account', step.accountId),
      summary: `Removed the next step for "${accountName}": ${step.text}`,
      before: step,
    });
  });
}

function requireStep(ctx: Context, rowId: number): { step: NextStep; accountName: string } {
  const { connection } = store();
  const found = findStep(connection, rowId);
  if (!found) throw appError('not_found', `There is no next step "${toPublicId('nextStep', rowId)}".`);
  const account = requireAccount(ctx, connection, found.step.accountId);
  return { step: found.step, accountName: account.name };
}

function readStep(rowId: number): NextStep {
  const found = findStep(store().connection, rowId);
  if (!found) throw appError('not_found', `There is no next step "${toPublicId('nextStep', rowId)}".`);
  return found.step;
}
