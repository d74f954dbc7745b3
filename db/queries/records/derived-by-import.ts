import 'server-only';
import { derivedFields } from '#lib/imports/derived-fields.ts';
import { importOptionsSchema } from '#lib/imports/options.ts';
import type { Connection } from '../../client.ts';

export type DerivedByImport = (importId: number | null) => ReadonlySet<string>;

const none: ReadonlySet<string> = new Set();

/**
 * Which fields of the records that an import made follow from others, told from its mapping. A note in `value_sources`
 * wins over it. Each import is read once; keep the function no longer than a request or a run.
 */
export function derivedByImport(connection: Connection): DerivedByImport {
  const optionsOf = connection
    .prepare<[number], string | null>('SELECT options FROM imports WHERE id = ?')
    .pluck();
  const known = new Map<number, ReadonlySet<string>>();
  return (importId) => {
    if (importId === null) return none;
    const found = known.get(importId);
    if (found) return found;
    const options = importOptionsSchema.safeParse(JSON.parse(optionsOf.get(importId) ?? 'null'));
    const fields = options.success ? derivedFields(options.data) : none;
    known.set(importId, fields);
    return fields;
  };
}
