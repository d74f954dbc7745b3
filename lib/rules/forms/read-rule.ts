import type { Result } from '#lib/shared/errors.ts';
import type { RootEntity } from '../ast.ts';
import type { Catalog } from '../catalog.ts';
import { guardSize } from '../parse/limits.ts';
import { readQueryBuilder } from './read-query-builder.ts';

function isObject(input: unknown): input is Record<string, unknown> {
  return typeof input === 'object' && input !== null && !Array.isArray(input);
}

/**
 * A rule in one of the forms that people bring along: our own JSON, or a query of react-querybuilder. What comes back
 * has the shape of a definition and still goes through the parser.
 */
export function readRule(
  input: unknown,
  options: { catalog: Catalog; entity: RootEntity; newId: () => string },
): Result<unknown> {
  const tooBig = guardSize(input);
  if (tooBig) return { ok: false, error: [tooBig] };
  if (isObject(input) && 'root' in input) return { ok: true, value: input };
  if (isObject(input) && Array.isArray(input.rules)) {
    const read = readQueryBuilder(input, options);
    if (!read.ok) return read;
    return { ok: true, value: { version: 1, entity: options.entity, root: read.value } };
  }
  const message =
    'This is no rule that can be read. Paste the JSON of a segment of Tessera, or a query of react-querybuilder.';
  return { ok: false, error: [{ path: '', code: 'unknown_form', message }] };
}
