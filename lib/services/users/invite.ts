import 'server-only';
import type { z } from 'zod';
import { store } from '#db/client.ts';
import { keepInvite } from '#db/queries/users/invites.ts';
import { insertUser, isEmailTaken } from '#db/queries/users/save-user.ts';
import { type Tx, write } from '#db/write.ts';
import { readEnv } from '#lib/env.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import type { InviteLink, inviteInput } from '#lib/permissions/people-shapes.ts';
import { hashSecret, newSecret } from '#lib/services/session/secrets.ts';
import { appError } from '#lib/shared/errors.ts';
import { foldText } from '#lib/shared/text.ts';
import { linkableRepId, personView, requirePerson } from './person-view.ts';
import { toPublicId } from '#lib/shared/ids.ts';

const LINK_MS = 7 * 86_400_000;

/** Adds a person and makes the link by which they choose a password. Throws `conflict` when the address is taken. */
export async function invitePerson(ctx: Context, input: z.output<typeof inviteInput>): Promise<InviteLink> {
  requireCan(ctx.actor, 'users.manage');
  const secret = newSecret('inv');
  const id = await write(ctx, (tx) => {
    if (isEmailTaken(tx.connection, foldText(input.email))) {
      const message = `${input.email} has access already.`;
      throw appError('conflict', message, { issues: [{ path: '/email', code: 'taken', message }] });
    }
    const rowId = insertUser(
      tx.connection,
      { ...input, repId: linkableRepId(tx.connection, input.repId), passwordHash: null },
      ctx.now,
    );
    keepLink(tx, rowId, secret, ctx.now);
    tx.audit({
      action: 'user.invite',
      entity: 'user',
      recordId: rowId,
      summary: `Invited ${input.name} as ${input.role}.`,
      after: input,
    });
    return rowId;
  });
  return linkOf(toPublicId('user', id), secret, ctx.now);
}

/** A new link for somebody who lost theirs or forgot their password; an older one ends. */
export async function renewInvite(ctx: Context, id: string): Promise<InviteLink> {
  requireCan(ctx.actor, 'users.manage');
  const secret = newSecret('inv');
  await write(ctx, (tx) => {
    const row = requirePerson(tx.connection, id);
    if (row.isActive !== 1) throw appError('invalid', `${row.name} is deactivated. Activate them first.`);
    keepLink(tx, row.id, secret, ctx.now);
    tx.audit({
      action: 'user.inviteAgain',
      entity: 'user',
      recordId: row.id,
      summary: `Made a new link to choose a password for ${row.name}.`,
    });
  });
  return linkOf(id, secret, ctx.now);
}

function keepLink(tx: Tx, rowId: number, secret: string, now: number): void {
  keepInvite(tx.connection, rowId, { secretHash: hashSecret(secret), expiresAt: now + LINK_MS });
}

function linkOf(id: string, secret: string, now: number): InviteLink {
  const invitePath = `/invite/${secret}`;
  return {
    user: personView(requirePerson(store().connection, id)),
    invitePath,
    inviteUrl: `${readEnv().publicUrl}${invitePath}`,
    expiresAt: now + LINK_MS,
  };
}
