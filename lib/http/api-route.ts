import 'server-only';
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { requestContext } from '#lib/auth/request-context.ts';
import { readEnv } from '#lib/env.ts';
import type { Context } from '#lib/permissions/context.ts';
import { answerOnce } from './idempotency.ts';
import { log, routeOfPath } from '#lib/log.ts';
import { requireKnownParameters } from './known-parameters.ts';
import { requireOwnOrigin } from './origin.ts';
import { problemResponse } from './problem.ts';
import { DEFAULT_BODY_BYTES, parseJson, readText } from './read-body.ts';
import { parseQuery } from './read-query.ts';

export type ApiCall<P extends string = string> = {
  ctx: Context;
  request: Request;
  params: Record<P, string>;
  searchParams: URLSearchParams;
  /** Parses the JSON body: `malformed` 400, `too_large` 413, `invalid` 422 with issues. */
  readJson: <S extends z.ZodType>(schema: S, options?: { maxBytes?: number }) => Promise<z.output<S>>;
  /** Parses the query string. */
  readQuery: <S extends z.ZodType>(schema: S) => z.output<S>;
};

type RouteContext<P extends string> = { params: Promise<Record<P, string>> };
type Handler = (request: Request, context: RouteContext<never>) => Promise<Response>;

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Wraps a handler of the public API: finds out who asks, refuses writes from other sites and parameters that the
 * described call does not know, honours Idempotency-Key, turns a returned value into JSON (undefined into 204) and every
 * error into problem+json, and logs one line.
 */
export function apiRoute<P extends string = string>(
  handle: (call: ApiCall<P>) => Promise<unknown> | unknown,
): (request: Request, context: RouteContext<P>) => Promise<Response> {
  return (request, context) =>
    answer(request, async () => {
      const { ctx, via } = await requestContext(request);
      const isWrite = !safeMethods.has(request.method);
      if (isWrite && via === 'session') requireOwnOrigin(request, readEnv().publicUrl);
      requireKnownParameters(request);
      const body = bodyReader(request);
      const run = async () =>
        toResponse(
          await handle({
            ctx,
            request,
            params: (await context?.params) ?? ({} as Record<P, string>),
            searchParams: new URL(request.url).searchParams,
            readJson: body.readJson,
            readQuery: (schema) => parseQuery(schema, new URL(request.url).searchParams),
          }),
        );
      const key = request.method === 'POST' && request.headers.has('idempotency-key');
      if (!key) return run();
      return answerOnce(ctx, request, await body.textForDigest(), run);
    });
}

/** Wraps a handler that needs nobody signed in. */
export function publicRoute(handle: (request: Request) => Promise<unknown> | unknown): Handler {
  return (request) =>
    answer(request, async () => {
      requireKnownParameters(request);
      return toResponse(await handle(request));
    });
}

async function answer(request: Request, run: () => Promise<Response>): Promise<Response> {
  const startedAt = performance.now();
  const requestId = randomUUID();
  let response: Response;
  try {
    response = await run();
  } catch (error) {
    // Whoever went away gets no answer, and nothing broke: every keystroke in the builder leaves a preview behind.
    const wasLeft = request.signal.aborted && error === request.signal.reason;
    response = problemResponse(error, (unexpected) => {
      if (!wasLeft) log().error({ requestId, err: unexpected }, 'failed');
    });
  }
  const ms = Math.round((performance.now() - startedAt) * 10) / 10;
  const route = routeOfPath(new URL(request.url).pathname);
  log().info({ requestId, method: request.method, route, status: response.status, ms }, 'request');
  response.headers.set('x-request-id', requestId);
  response.headers.set('x-content-type-options', 'nosniff');
  if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'no-store');
  return response;
}

function toResponse(value: unknown): Response {
  if (value instanceof Response) return value;
  return value === undefined ? new Response(null, { status: 204 }) : Response.json(value);
}

/** Reads the body once, for the digest of an idempotent request or for the handler. */
function bodyReader(request: Request) {
  let kept: string | null = null;
  const contentType = request.headers.get('content-type');
  return {
    /** Text of a JSON body, or null for a stream that only the handler may read. */
    async textForDigest(): Promise<string | null> {
      if (!/json/i.test(contentType ?? '')) return null;
      kept = await readText(request, IDEMPOTENT_BODY_BYTES);
      return kept;
    },
    async readJson<S extends z.ZodType>(
      schema: S,
      options: { maxBytes?: number } = {},
    ): Promise<z.output<S>> {
      const text = kept ?? (await readText(request, options.maxBytes ?? DEFAULT_BODY_BYTES));
      return parseJson(text, contentType, schema);
    },
  };
}

const IDEMPOTENT_BODY_BYTES = 8 * 1024 * 1024;
