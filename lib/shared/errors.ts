/** One fault in something a person or program sent: where (JSON pointer), what kind, and a plain sentence. */
export type Issue = { path: string; code: string; message: string };

export type Result<T, E = Issue[]> = { ok: true; value: T } | { ok: false; error: E };

export type AppErrorCode =
  | 'malformed'
  | 'unauthenticated'
  | 'forbidden'
  | 'not_found'
  | 'method_not_allowed'
  | 'conflict'
  | 'too_large'
  | 'invalid'
  | 'rate_limited'
  | 'unavailable';

const TAG = 'tessera.AppError';

/** The only error that verbs throw on purpose. Recognised by its tag, because route bundles hold their own copies. */
export type AppError = Error & {
  readonly tag: typeof TAG;
  readonly code: AppErrorCode;
  readonly issues?: Issue[];
  /** For conflicts: what is stored now, so that the caller can show both. */
  readonly current?: unknown;
};

export function appError(
  code: AppErrorCode,
  message: string,
  details: { issues?: Issue[]; current?: unknown } = {},
): AppError {
  return Object.assign(new Error(message), { tag: TAG, code, ...details } as const);
}

export function isAppError(error: unknown): error is AppError {
  return error instanceof Error && (error as { tag?: unknown }).tag === TAG;
}

/** Marks a case that the types rule out; throws if data got there all the same. */
export function unreachable(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}
