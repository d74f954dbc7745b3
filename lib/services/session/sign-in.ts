import 'server-only';
import { z } from 'zod';
import { store } from '#db/client.ts';
import { noteSignIn } from '#db/queries/users/save-user.ts';
import { findSessionUserByEmail } from '#db/queries/users/session-user.ts';
import { write } from '#db/write.ts';
import { readEnv } from '#lib/env.ts';
import type { Context } from '#lib/permissions/context.ts';
import { appError } from '#lib/shared/errors.ts';
import { foldText } from '#lib/shared/text.ts';
import type { SessionClaim } from './actor.ts';
import { passwordMatches } from './password.ts';
import { countAttempt, forgetAttempts } from './sign-in-limit.ts';

const inputSchema = z.object({
  email: z.string().trim().min(1).max(320),
  password: z.string().min(1).max(1000),
  address: z.string().max(100).nullable(),
});

/**
 * Signs a person in by e-mail address and password. Throws `unauthenticated` with the same sentence whether the
 * address or the password is wrong, `rate_limited` after too many tries.
 */
export async function signIn(ctx: Context, input: z.input<typeof inputSchema>): Promise<SessionClaim> {
  const parsed = inputSchema.safeParse(input);
  if (!parsed.success) throw appError('unauthenticated', 'Enter your e-mail address and your password.');
  if (!readEnv().localPasswords) {
    throw appError('forbidden', 'Passwords are switched off here. Use the single sign-on button.');
  }
  const { password, address } = parsed.data;
  const subjects = { emailFolded: foldText(parsed.data.email), address };
  await write(ctx, (tx) => countAttempt(tx, subjects, ctx.now));
  const user = findSessionUserByEmail(store().connection, subjects.emailFolded);
  const matches = await passwordMatches(user?.passwordHash ?? null, password);
  if (!user || !matches) throw appError('unauthenticated', 'This e-mail address and password do not match.');
  if (user.isActive !== 1) {
    throw appError('unauthenticated', 'This person was deactivated. Ask an admin of your workspace.');
  }
  const person = { ...ctx, actor: { ...ctx.actor, userId: user.id, name: user.name } };
  await write(person, (tx) => {
    forgetAttempts(tx, subjects);
    noteSignIn(tx.connection, user.id, ctx.now);
    tx.audit({
      action: 'session.signIn',
      entity: 'user',
      recordId: user.id,
      summary: `${user.name} signed in.`,
    });
  });
  return { userId: user.id, sessionVersion: user.sessionVersion };
}
