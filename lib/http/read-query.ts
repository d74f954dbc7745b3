import type { z } from 'zod';
import { parseInput } from '#lib/shared/parse-input.ts';

/** The query string by name; a parameter that stands there several times becomes a list. */
function queryOf(searchParams: URLSearchParams): Record<string, string | string[]> {
  const query: Record<string, string | string[]> = {};
  for (const name of new Set(searchParams.keys())) {
    const values = searchParams.getAll(name);
    query[name] = values.length > 1 ? values : (values[0] ?? '');
  }
  return query;
}

/** The query string as the schema wants it; what the call does not know was refused before. */
export function parseQuery<S extends z.ZodType>(schema: S, searchParams: URLSearchParams): z.output<S> {
  return parseInput(schema, queryOf(searchParams));
}
