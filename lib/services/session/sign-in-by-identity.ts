import 'server-only';
import { store } from '#db/client.ts';
import { insertUser, type NewUser, noteSignIn } from '#db/queries/users/save-user.ts';
import { findSessionUserByEmail } from '#db/queries/users/session-user.ts';
import { write } from '#db/write.ts';
import { readEnv } from '#lib/env.ts';
import type { Context } from '#lib/permissions/context.ts';
import type { Role } from '#lib/permissions/roles.ts';
import { appError } from '#lib/shared/errors.ts';
import { foldText } from '#lib/shared/text.ts';
import type { SessionClaim } from './actor.ts';

/** What an identity provider vouches for. `email: null`: it sent none. `name: null`: likewise. */
export type Identity = { email: string | null; name: string | null; isEmailVerified: boolean };

/**
 * Signs in a person whom the identity provider knows. Somebody new gets in only with an address of an allowed
 * domain, with the default role. Throws `forbidden` otherwise.
 */
export async function signInByIdentity(ctx: Context, identity: Identity): Promise<SessionClaim> {
  const { oidc } = readEnv();
  if (!oidc) throw refusal('SignOnOff', 'Single sign-on is not set up.');
  const email = identity.email?.trim();
  if (!email) {
    throw refusal(
      'NoEmail',
      'Your identity provider sent no e-mail address. Ask whoever runs it to send the claim “email”.',
    );
  }
  if (!identity.isEmailVerified) {
    throw refusal('Unverified', 'Your identity provider has not verified your address.');
  }
  const emailFolded = foldText(email);
  const known = findSessionUserByEmail(store().connection, emailFolded);
  if (known && known.isActive !== 1)
    throw refusal('Deactivated', 'This person was deactivated. Ask an admin.');
  const domain = email.split('@').at(-1)?.toLowerCase() ?? '';
  if (!known && !oidc.allowedDomains.includes(domain)) {
    throw refusal('NotInvited', 'Nobody has invited this address. Ask an admin of your workspace.');
  }
  const name = known?.name ?? (identity.name?.trim() || email);
  return write(ctx, (tx) => {
    const id = known?.id ?? insertUser(tx.connection, newUser(email, name, oidc.defaultRole), ctx.now);
    noteSignIn(tx.connection, id, ctx.now);
    tx.audit({
      action: known ? 'session.signIn' : 'user.create',
      entity: 'user',
      recordId: id,
      summary: `${name} signed in by single sign-on${known ? '' : ' for the first time'}.`,
      by: { userId: id, name },
    });
    return { userId: id, sessionVersion: known?.sessionVersion ?? 1 };
  });
}

function newUser(email: string, name: string, role: Role): NewUser {
  return { email, name, role, leaderSees: 'team', repId: null, passwordHash: null };
}

/** The code goes into the address of the sign-in page, which knows its sentence; a sentence there could be forged. */
function refusal(code: string, message: string) {
  return appError('forbidden', message, { issues: [{ path: '', code, message }] });
}
