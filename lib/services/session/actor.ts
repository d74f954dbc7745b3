import 'server-only';
import { store } from '#db/client.ts';
import { holderIdsOf } from '#db/queries/users/holder-ids.ts';
import { findSessionUser, hasUsers, type SessionUser } from '#db/queries/users/session-user.ts';
import { findTokenByHash } from '#db/queries/users/token-by-hash.ts';
import type { Actor } from '#lib/permissions/actor.ts';
import { type Role, roles } from '#lib/permissions/roles.ts';
import { hashSecret } from './secrets.ts';

/** What a session cookie carries: enough to find the user row and to see that it was not ended. */
export type SessionClaim = { userId: number; sessionVersion: number };

/** The person of a session as they are now, or null when deactivated, removed or signed out everywhere. */
export function actorOfSession(claim: SessionClaim): Actor | null {
  const user = findSessionUser(store().connection, claim.userId);
  if (!user || user.isActive !== 1 || user.sessionVersion !== claim.sessionVersion) return null;
  return actorOfUser(user, user.role, 'user');
}

/** The person behind an API token with at most the token's role, or null when it may not be used. */
export function actorOfToken(
  secret: string,
  now: number,
): { actor: Actor; token: { id: number; lastUsedAt: number | null } } | null {
  const { connection } = store();
  const token = findTokenByHash(connection, hashSecret(secret));
  if (!token || token.revokedAt !== null || token.expiresAt <= now) return null;
  const user = findSessionUser(connection, token.userId);
  if (!user || user.isActive !== 1) return null;
  return { actor: actorOfUser(user, lesserRole(token.role, user.role), 'token'), token };
}

/** Whether the set-up page is still open. */
export function isSetUp(): boolean {
  return hasUsers(store().connection);
}

/** Of two roles the one that may do less. */
export function lesserRole(a: Role, b: Role): Role {
  return roles.indexOf(a) > roles.indexOf(b) ? a : b;
}

function actorOfUser(user: SessionUser, role: Role, kind: 'user' | 'token'): Actor {
  const withTeam = role === 'leader';
  return {
    kind,
    userId: user.id,
    name: user.name,
    role,
    leaderSees: user.leaderSees,
    repId: user.repId,
    holderIds: user.repId === null ? [] : holderIdsOf(store().connection, user.repId, withTeam),
  };
}
