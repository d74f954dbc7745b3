import { z } from 'zod';
import { appError } from '#lib/shared/errors.ts';
import type { Operation } from './openapi/operation.ts';
import { operations } from './openapi/operations.ts';

/** What any call may be told beside its own parameters: the form of the answer, and the page of a list, also of one that is short enough to come whole. */
const everywhere = ['format', 'limit', 'cursor'];

/**
 * Refuses a query string that names what the called operation does not describe: a misspelt filter must not answer with
 * everything. `invalid`, one issue with the code `unknown_parameter` for each.
 */
export function requireKnownParameters(request: Request): void {
  const { pathname, searchParams } = new URL(request.url);
  if (searchParams.size === 0) return;
  const operation = operationAt(request.method === 'HEAD' ? 'GET' : request.method, pathname);
  if (!operation || isOpen(operation)) return;
  const known = [...new Set([...Object.keys(operation.query?.shape ?? {}), ...everywhere])];
  const issues = [...new Set(searchParams.keys())]
    .filter((name) => !known.includes(name))
    .map((name) => ({
      path: `/${name}`,
      code: 'unknown_parameter',
      message: `There is no parameter "${name}" here. Known are ${known.join(', ')}.`,
    }));
  if (issues[0]) throw appError('invalid', issues[0].message, { issues });
}

/** Whether its parameters are names of fields, which only the call itself can check. */
function isOpen({ query }: Operation): boolean {
  return query?.def.catchall !== undefined && !(query.def.catchall instanceof z.ZodNever);
}

/** The described call that a method and an address mean, a plain part before a parameter as the router has it. */
function operationAt(method: string, pathname: string): Operation | null {
  const parts = pathname.replace(/^\/api\/v1\//, '').split('/');
  const found = operations
    .filter((operation) => operation.method === method && fits(operation.path.slice(1).split('/'), parts))
    // "{" comes after every letter.
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  return found[0] ?? null;
}

function fits(pattern: readonly string[], parts: readonly string[]): boolean {
  return (
    pattern.length === parts.length && pattern.every((part, at) => part.startsWith('{') || part === parts[at])
  );
}
