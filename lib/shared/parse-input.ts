import type { z } from 'zod';
import { appError, type Issue } from './errors.ts';
import { plainMessage } from './plain-message.ts';

/** Checks a value of an unknown caller against a schema; throws `invalid` with one issue for each fault. */
export function parseInput<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const parsed = schema.safeParse(value, { error: plainMessage });
  if (parsed.success) return parsed.data;
  const issues = issuesOf(parsed.error);
  throw appError('invalid', issues[0]?.message ?? 'This is not valid.', { issues });
}

/** Zod's issues with JSON-pointer paths. */
export function issuesOf(error: z.ZodError): Issue[] {
  return error.issues.map((issue) => ({
    path: issue.path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join(''),
    code: issue.code ?? 'invalid',
    message: issue.message,
  }));
}
