import 'server-only';
import { createHash } from 'node:crypto';
import type { Context } from '#lib/permissions/context.ts';
import { findAnswer, keepAnswer } from '#lib/services/session/idempotency.ts';
import { appError } from '#lib/shared/errors.ts';
import { processSingleton } from '#lib/shared/process-singleton.ts';

/**
 * Runs a POST at most once for each Idempotency-Key of a person: a repeated request gets the first answer again,
 * another request under the same key is `conflict`. Only successes are kept, so a refused request may be sent again.
 */
export async function answerOnce(
  ctx: Context,
  request: Request,
  bodyText: string | null,
  handle: () => Promise<Response>,
): Promise<Response> {
  const key = request.headers.get('idempotency-key');
  if (key === null || ctx.actor.userId === null) return handle();
  if (key.length < 1 || key.length > 200) {
    throw appError('malformed', 'An Idempotency-Key has 1 to 200 characters.');
  }
  const inFlight = processSingleton('idempotency', () => new Set<string>());
  const name = `${ctx.actor.userId}\n${key}`;
  if (inFlight.has(name))
    throw appError('conflict', 'The first request with this key is still being answered.');
  inFlight.add(name);
  try {
    const digest = requestDigest(request, bodyText);
    const kept = findAnswer(ctx.actor.userId, key);
    if (kept && kept.requestDigest !== digest) {
      throw appError('conflict', 'This Idempotency-Key was already used for another request.');
    }
    if (kept) return new Response(kept.body, { status: kept.status, headers: replayHeaders });
    const response = await handle();
    if (!response.ok || !isJson(response)) return response;
    const body = await response.clone().text();
    await keepAnswer(ctx, { key, requestDigest: digest, status: response.status, body });
    return response;
  } finally {
    inFlight.delete(name);
  }
}

const replayHeaders = { 'content-type': 'application/json', 'idempotency-replayed': 'true' };

function isJson(response: Response): boolean {
  return (response.headers.get('content-type') ?? '').startsWith('application/json');
}

function requestDigest(request: Request, bodyText: string | null): string {
  const { pathname, search } = new URL(request.url);
  const body = bodyText ?? `length ${request.headers.get('content-length') ?? 'unknown'}`;
  return createHash('sha256').update(`${pathname}${search}\n${body}`).digest('hex');
}
