import type { z } from 'zod';
import type { Issue } from '#lib/shared/errors.ts';

/** What the API answered instead of a result: status, a sentence, and faults with their paths. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly issues: Issue[];
  readonly current: unknown;
  constructor(status: number, detail: string, issues: Issue[] = [], current?: unknown) {
    super(detail);
    this.name = 'ApiProblem';
    this.status = status;
    this.issues = issues;
    this.current = current;
  }
}

const SESSION_ENDED =
  'Your session has ended, and nothing was saved. Sign in again in another tab, then try this once more.';

type RequestOptions<S extends z.ZodType> = {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  body?: unknown;
  /** Answers are parsed with the handler's own schema. */
  schema: S;
  signal?: AbortSignal;
  /** Version that was read, for `If-Match`. */
  ifMatch?: number;
};

/** Calls `/api/v1<path>`; throws `ApiProblem` when refused, and a plain sentence when the server cannot be reached. */
export async function api<S extends z.ZodType>(
  path: string,
  options: RequestOptions<S>,
): Promise<z.output<S>> {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (options.body !== undefined) headers['content-type'] = 'application/json';
  if (options.ifMatch !== undefined) headers['if-match'] = `"${options.ifMatch}"`;
  const init: RequestInit = { method: options.method ?? 'GET', headers };
  if (options.body !== undefined) init.body = JSON.stringify(options.body);
  if (options.signal) init.signal = options.signal;
  const response = await fetch(`/api/v1${path}`, init).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ApiProblem(0, 'The server cannot be reached. Check the connection and try again.');
  });
  if (!response.ok) throw await problemOf(response);
  return options.schema.parse(response.status === 204 ? undefined : await response.json());
}

/** A refusal in the server's words, or a plain sentence. */
export function problemText(error: unknown): string {
  return error instanceof ApiProblem ? error.message : 'Something went wrong. Please try again.';
}

async function problemOf(response: Response): Promise<ApiProblem> {
  const body = (await response.json().catch(() => ({}))) as {
    detail?: string;
    issues?: Issue[];
    current?: unknown;
  };
  // The API's own sentence speaks to scripts, which send a token; here a person's session has ended.
  const detail = response.status === 401 ? SESSION_ENDED : body.detail;
  return new ApiProblem(
    response.status,
    detail ?? 'The server could not answer. Please try again.',
    body.issues,
    body.current,
  );
}
