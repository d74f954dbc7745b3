import 'server-only';
import type { Connection } from '#db/client.ts';
import { repFinder } from '#db/queries/imports/find-records.ts';
import { editableFields, type RecordKind } from '#db/queries/records/record-values.ts';
import { listCurrencyRates } from '#db/queries/settings/currency-rates.ts';
import { workspaceSettings } from '#db/queries/settings/workspace.ts';
import { findImportField, type ImportField } from '#lib/imports/import-fields.ts';
import { readEdit } from '#lib/imports/read-edit.ts';
import { isProblem, type ReadSettings, type Value } from '#lib/imports/read-value.ts';
import type { Catalog } from '#lib/rules/catalog.ts';
import { appError, type Issue } from '#lib/shared/errors.ts';
import { parsePublicId } from '#lib/shared/ids.ts';

/** One field that a change sets, with its value as stored; references are row ids, the parent a public id. */
export type FieldEdit = { field: ImportField; value: Value | null };

/** Fields that no blank may clear: a name is needed, and an opt-out is only taken back by saying no. */
const neverBlank: Record<string, string> = {
  name: 'A name cannot be empty.',
  optedOut: 'An opt-out is taken back by saying no, never by a blank.',
};

/** Reads the values of a change. All faults together are `invalid`, each at its field. */
export function planEdit(
  connection: Connection,
  catalog: Catalog,
  kind: RecordKind,
  values: Readonly<Record<string, unknown>>,
): FieldEdit[] {
  const fields = editableFields(catalog, kind);
  const settings = readSettings(connection);
  const issues: Issue[] = [];
  const edits: FieldEdit[] = [];
  for (const [key, given] of Object.entries(values)) {
    const field = findImportField(fields, key);
    const path = `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    if (!field) {
      const isComputed = catalog.fields.get(`${kind}.${key}`)?.computed === true;
      const message = isComputed
        ? `"${key}" is worked out by Tessera and cannot be set here.`
        : `There is no field "${key}" that can be set.`;
      issues.push({ path, code: isComputed ? 'computed' : 'unknown_field', message });
      continue;
    }
    const read = readOne(field, given);
    if (isProblem(read)) issues.push({ path, ...read });
    else if (read === null && neverBlank[key] && !(kind === 'contact' && key === 'name')) {
      issues.push({ path, code: 'blank', message: neverBlank[key] });
    } else edits.push({ field, value: read });
  }
  if (issues[0]) throw appError('invalid', issues[0].message, { issues });
  return edits;

  function readOne(field: ImportField, given: unknown) {
    if (field.type === 'ref' && field.refKind === 'rep') return readRep(connection, field, given);
    return readEdit(field, given, settings);
  }
}

function readRep(connection: Connection, field: ImportField, given: unknown) {
  if (given === null || given === '') return null;
  const text = String(given);
  const id = parsePublicId('rep', text) ?? parsePublicId('pool', text);
  if (id !== null) {
    const exists = connection.prepare('SELECT 1 FROM reps WHERE id = ? AND archived_at IS NULL').get(id);
    return exists ? id : { code: 'unknown_rep', message: `${field.label}: there is no rep "${text}".` };
  }
  const found = repFinder(connection).find(text);
  if (typeof found === 'number') return found;
  const why = found === 'ambiguous' ? 'several people are called' : 'nobody is called';
  return { code: 'unknown_rep', message: `${field.label}: ${why} "${text}".` };
}

function readSettings(connection: Connection): ReadSettings {
  const { timeZone, mainSystem, currency } = workspaceSettings(connection);
  return {
    timeZone,
    mainSystem,
    currency,
    decimalMark: 'point',
    dateOrder: null,
    currencyRates: Object.fromEntries(
      listCurrencyRates(connection).map((rate) => [rate.currency, rate.rate] as const),
    ),
  };
}
