import 'server-only';
import { readEnv } from '#lib/env.ts';
import type { Context } from '#lib/permissions/context.ts';
import { actorOfSession, actorOfToken } from '#lib/services/session/actor.ts';
import { noteTokenUse } from '#lib/services/tokens/note-use.ts';
import { appError } from '#lib/shared/errors.ts';
import { sessionCookieName } from './cookie-names.ts';
import { newContext } from './new-context.ts';
import { decodeSession } from './session-cookie.ts';

export type RequestContext = { ctx: Context; via: 'session' | 'token' };

/**
 * Who asks, by Bearer token or else by session cookie, loaded anew for every request. Throws `unauthenticated`
 * with a sentence that says what to do.
 */
export async function requestContext(request: Request): Promise<RequestContext> {
  const authorization = request.headers.get('authorization');
  if (authorization !== null) return { ctx: tokenContext(authorization), via: 'token' };
  const claim = await decodeSession(cookieOf(request, sessionCookieName(readEnv().publicUrl)));
  const actor = claim && actorOfSession(claim);
  if (!actor) {
    throw appError('unauthenticated', 'Sign in, or send an API token as "Authorization: Bearer …".');
  }
  return { ctx: newContext(actor), via: 'session' };
}

function tokenContext(authorization: string): Context {
  const secret = /^Bearer\s+(\S+)$/i.exec(authorization)?.[1];
  if (!secret) throw appError('unauthenticated', 'Send the API token as "Authorization: Bearer <token>".');
  const now = Date.now();
  const found = actorOfToken(secret, now);
  if (!found) {
    throw appError(
      'unauthenticated',
      'This API token is unknown, expired or revoked. Make a new one in Settings.',
    );
  }
  const ctx = newContext(found.actor);
  noteTokenUse(ctx, found.token);
  return ctx;
}

function cookieOf(request: Request, name: string): string | undefined {
  const header = request.headers.get('cookie') ?? '';
  for (const pair of header.split(';')) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return undefined;
}
