import 'server-only';
import type { z } from 'zod';
import { store } from '#db/client.ts';
import { insertToken } from '#db/queries/tokens/save-token.ts';
import { findTokenRow } from '#db/queries/tokens/token-rows.ts';
import { findSessionUserByEmail } from '#db/queries/users/session-user.ts';
import { write } from '#db/write.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import type { ApiToken, tokenInput } from '#lib/permissions/people-shapes.ts';
import type { Role } from '#lib/permissions/roles.ts';
import { lesserRole } from '#lib/services/session/actor.ts';
import { hashSecret, newSecret } from '#lib/services/session/secrets.ts';
import { appError } from '#lib/shared/errors.ts';
import { foldText } from '#lib/shared/text.ts';
import { tokenView } from './token-view.ts';

const DAY_MS = 86_400_000;
const HINT_LENGTH = 9;

export type NewToken = { token: string; item: ApiToken };

/** Makes a token of one's own, with at most one's own role. The secret is in this answer and nowhere else. */
export function createToken(ctx: Context, input: z.output<typeof tokenInput>): Promise<NewToken> {
  requireCan(ctx.actor, 'tokens.own');
  if (ctx.actor.userId === null) throw appError('forbidden', 'A token belongs to a person.');
  const wanted = input.role ?? ctx.actor.role;
  if (lesserRole(wanted, ctx.actor.role) !== wanted) {
    const message = 'A token cannot do more than you can.';
    throw appError('forbidden', message, { issues: [{ path: '/role', code: 'role', message }] });
  }
  return keepToken(ctx, { ...input, userId: ctx.actor.userId, role: wanted }, 'for themselves');
}

/** For the command line on the server: a token of the person with this address, with their role. */
export function createTokenFor(
  ctx: Context,
  input: { email: string; name: string; expiresInDays: number },
): Promise<NewToken> {
  requireCan(ctx.actor, 'users.manage');
  const user = findSessionUserByEmail(store().connection, foldText(input.email));
  if (!user || user.isActive !== 1)
    throw appError('not_found', `Nobody active has the address ${input.email}.`);
  return keepToken(ctx, { ...input, userId: user.id, role: user.role }, `for ${user.name}`);
}

async function keepToken(
  ctx: Context,
  input: { userId: number; role: Role; name: string; expiresInDays: number },
  forWhom: string,
): Promise<NewToken> {
  const secret = newSecret('tsr');
  const id = await write(ctx, (tx) => {
    const tokenId = insertToken(tx.connection, {
      userId: input.userId,
      name: input.name,
      tokenHash: hashSecret(secret),
      hint: secret.slice(0, HINT_LENGTH),
      role: input.role,
      createdAt: ctx.now,
      expiresAt: ctx.now + input.expiresInDays * DAY_MS,
    });
    tx.audit({
      action: 'token.create',
      entity: 'token',
      recordId: tokenId,
      summary: `Made the API token “${input.name}” ${forWhom}.`,
      after: { name: input.name, role: input.role, expiresInDays: input.expiresInDays },
    });
    return tokenId;
  });
  const row = findTokenRow(store().connection, id);
  if (!row) throw new Error('The token was not stored.');
  return { token: secret, item: tokenView(ctx, row) };
}
