import { z } from 'zod';
import { appError } from '#lib/shared/errors.ts';
import { parseInput } from '#lib/shared/parse-input.ts';

/** What any call may be told beside its own parameters: the form of the answer, and the page of a list, also of one that is short enough to come whole. */
const everywhere = ['format', 'limit', 'cursor'];

/** The query string by name; a parameter that stands there several times becomes a list. */
function queryOf(searchParams: URLSearchParams): Record<string, string | string[]> {
  const query: Record<string, string | string[]> = {};
  for (const name of new Set(searchParams.keys())) {
    const values = searchParams.getAll(name);
    query[name] = values.length > 1 ? values : (values[0] ?? '');
  }
  return query;
}

/**
 * The query string as the schema wants it. A parameter that the call does not know is `invalid`: a misspelt filter must
 * not answer with everything.
 */
export function parseQuery<S extends z.ZodType>(schema: S, searchParams: URLSearchParams): z.output<S> {
  const query = queryOf(searchParams);
  if (schema instanceof z.ZodObject) {
    const known = [...new Set([...Object.keys(schema.shape), ...everywhere])];
    const issues = Object.keys(query)
      .filter((name) => !known.includes(name))
      .map((name) => ({
        path: `/${name}`,
        code: 'unknown_parameter',
        message: `There is no parameter "${name}" here. Known are ${known.join(', ')}.`,
      }));
    if (issues[0]) throw appError('invalid', issues[0].message, { issues });
  }
  return parseInput(schema, query);
}
