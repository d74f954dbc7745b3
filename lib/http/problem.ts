import 'server-only';
import { type AppErrorCode, isAppError } from '#lib/shared/errors.ts';

/** The one map from error code to HTTP status. */
export const statusOfCode: Record<AppErrorCode, number> = {
  malformed: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  method_not_allowed: 405,
  conflict: 409,
  too_large: 413,
  invalid: 422,
  rate_limited: 429,
  unavailable: 503,
};

const titles: Record<AppErrorCode, string> = {
  malformed: 'The request cannot be read',
  unauthenticated: 'Please sign in',
  forbidden: 'Not allowed',
  not_found: 'Not found',
  method_not_allowed: 'Not this way',
  conflict: 'Someone else changed this',
  too_large: 'Too large',
  invalid: 'Not valid',
  rate_limited: 'Too many tries',
  unavailable: 'Busy',
};

/**
 * An error as `application/problem+json` (RFC 9457). Expected errors keep their sentence; anything else is logged
 * by `report` and answered without detail.
 */
export function problemResponse(error: unknown, report: (error: unknown) => void): Response {
  if (!isAppError(error)) {
    report(error);
    return problem(
      500,
      'internal',
      'Something went wrong',
      'The server could not answer. It has been logged.',
    );
  }
  const extra = {
    ...(error.issues ? { issues: error.issues } : {}),
    ...(error.current === undefined ? {} : { current: error.current }),
  };
  return problem(statusOfCode[error.code], error.code, titles[error.code], error.message, extra);
}

function problem(status: number, code: string, title: string, detail: string, extra: object = {}): Response {
  return new Response(JSON.stringify({ type: `urn:tessera:${code}`, title, status, detail, ...extra }), {
    status,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store' },
  });
}
