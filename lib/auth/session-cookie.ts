import 'server-only';
import { decode, encode } from 'next-auth/jwt';
import { z } from 'zod';
import { readEnv } from '#lib/env.ts';
import type { SessionClaim } from '#lib/services/session/actor.ts';
import { sessionCookieName } from './cookie-names.ts';
import { authSecret } from './secret.ts';

export const SESSION_SECONDS = 14 * 24 * 60 * 60;

const claimSchema = z.object({ userId: z.number().int(), sessionVersion: z.number().int() });

/** The encrypted value of a session cookie, in next-auth's own form. */
export function encodeSession(claim: SessionClaim): Promise<string> {
  return encode({ token: { ...claim }, secret: authSecret(), maxAge: SESSION_SECONDS });
}

/** What a session cookie says, or null when it is missing, expired, foreign or broken. */
export async function decodeSession(value: string | undefined): Promise<SessionClaim | null> {
  if (!value) return null;
  const token = await decode({ token: value, secret: authSecret() }).catch(() => null);
  const claim = claimSchema.safeParse(token);
  return claim.success ? claim.data : null;
}

export function sessionCookieOptions() {
  const { publicUrl } = readEnv();
  return {
    name: sessionCookieName(publicUrl),
    httpOnly: true,
    sameSite: 'lax' as const,
    path: '/',
    secure: publicUrl.startsWith('https://'),
    maxAge: SESSION_SECONDS,
  };
}
