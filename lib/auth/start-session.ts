import 'server-only';
import { cookies } from 'next/headers';
import type { SessionClaim } from '#lib/services/session/actor.ts';
import { encodeSession, sessionCookieOptions } from './session-cookie.ts';

/** Sets the session cookie, from a server action. */
export async function startSession(claim: SessionClaim): Promise<void> {
  const { name, ...options } = sessionCookieOptions();
  (await cookies()).set(name, await encodeSession(claim), options);
}

export async function endSession(): Promise<void> {
  const { name, ...options } = sessionCookieOptions();
  (await cookies()).set(name, '', { ...options, maxAge: 0 });
}
