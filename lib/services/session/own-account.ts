import 'server-only';
import { store } from '#db/client.ts';
import { findSessionUser, type SessionUser } from '#db/queries/users/session-user.ts';
import { endSessions, setPassword } from '#db/queries/users/save-user.ts';
import { write } from '#db/write.ts';
import type { Context } from '#lib/permissions/context.ts';
import { appError } from '#lib/shared/errors.ts';
import type { SessionClaim } from './actor.ts';
import { hashPassword, passwordMatches, requireGoodPassword } from './password.ts';
import { countAttempt } from './sign-in-limit.ts';

/** What a person sees of themselves. */
export function ownAccount(ctx: Context): { name: string; email: string; hasPassword: boolean } {
  const user = requireOwnUser(ctx);
  return { name: user.name, email: user.email, hasPassword: user.passwordHash !== null };
}

/** Changes one's own password; the other sessions end, and the answer starts a new one for this browser. */
export async function changeOwnPassword(
  ctx: Context,
  input: { current: string; next: string },
): Promise<SessionClaim> {
  const user = requireOwnUser(ctx);
  requireGoodPassword(input.next, '/next');
  await write(ctx, (tx) => countAttempt(tx, { emailFolded: `password ${user.id}`, address: null }, ctx.now));
  if (!(await passwordMatches(user.passwordHash, input.current))) {
    const message = 'This is not your current password.';
    throw appError('invalid', message, { issues: [{ path: '/current', code: 'password', message }] });
  }
  const passwordHash = await hashPassword(input.next);
  return restartSessions(ctx, 'user.setPassword', `${user.name} changed their password.`, passwordHash);
}

/** Ends all own sessions, on every device; the answer starts a new one for this browser. */
export function signOutEverywhereElse(ctx: Context): Promise<SessionClaim> {
  const user = requireOwnUser(ctx);
  return restartSessions(ctx, 'user.signOutEverywhere', `${user.name} signed out everywhere else.`, null);
}

function restartSessions(
  ctx: Context,
  action: string,
  summary: string,
  passwordHash: string | null,
): Promise<SessionClaim> {
  return write(ctx, (tx) => {
    const user = requireOwnUser(ctx);
    if (passwordHash !== null) setPassword(tx.connection, user.id, passwordHash, ctx.now);
    endSessions(tx.connection, user.id);
    tx.audit({ action, entity: 'user', recordId: user.id, summary });
    return { userId: user.id, sessionVersion: user.sessionVersion + 1 };
  });
}

function requireOwnUser(ctx: Context): SessionUser {
  const user = ctx.actor.userId === null ? null : findSessionUser(store().connection, ctx.actor.userId);
  if (!user || ctx.actor.kind !== 'user') {
    throw appError('forbidden', 'Only a signed-in person can do this, not a token.');
  }
  return user;
}
