import type { Result } from '#lib/shared/errors.ts';
import { guardSize } from '../parse/limits.ts';
import { isJsonLogic, type JsonLogicOptions, readJsonLogic } from './json-logic-in/read-json-logic.ts';
import { readQueryBuilder } from './read-query-builder.ts';

function isObject(input: unknown): input is Record<string, unknown> {
  return typeof input === 'object' && input !== null && !Array.isArray(input);
}

/**
 * A rule in one of the forms that people bring along: our own JSON, JsonLogic, or a query of react-querybuilder. What
 * comes back has the shape of a definition and still goes through the parser.
 */
export function readRule(input: unknown, options: JsonLogicOptions): Result<unknown> {
  const tooBig = guardSize(input);
  if (tooBig) return { ok: false, error: [tooBig] };
  const { entity } = options;
  if (isObject(input) && 'root' in input) return { ok: true, value: input };
  const read =
    isObject(input) && Array.isArray(input.rules)
      ? readQueryBuilder(input, options)
      : isJsonLogic(input)
        ? readJsonLogic(input, options)
        : null;
  if (read) return read.ok ? { ok: true, value: { version: 1, entity, root: read.value } } : read;
  const message =
    'This is no rule that can be read. Paste the JSON of a segment of Tessera, a rule in JsonLogic, or a query of react-querybuilder.';
  return { ok: false, error: [{ path: '', code: 'unknown_form', message }] };
}
