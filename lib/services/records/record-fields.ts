import 'server-only';
import type { Connection } from '#db/client.ts';
import {
  creatingImport,
  editableFields,
  readRecordValues,
  readSources,
  type RecordKind,
} from '#db/queries/records/record-values.ts';
import type { ImportField } from '#lib/imports/import-fields.ts';
import type { Catalog, Field } from '#lib/rules/catalog.ts';
import { valueLabel } from '#lib/rules/value-label.ts';
import type { RecordField } from '#lib/shared/account-shapes.ts';
import { formatIsoDay, formatIsoInstant } from '#lib/shared/days.ts';

/** Computed values that are columns of the record, shown beside those that people set. */
const computedColumns: Record<RecordKind, Record<string, string>> = {
  account: { score: 'score', createdAt: 'created_at', updatedAt: 'updated_at' },
  contact: { reachable: 'reachable', createdAt: 'created_at' },
};

/** All fields of a record with value, words, source and age; null when there is no such record. */
export function recordFields(
  connection: Connection,
  catalog: Catalog,
  kind: RecordKind,
  id: number,
): { row: Record<string, string | number | null>; fields: RecordField[] } | null {
  const found = readRecordValues(connection, catalog, kind, id);
  if (!found) return null;
  const { row, values } = found;
  const sources = readSources(connection, kind, id);
  const made = creatingImport(connection, row.import_id === null ? null : Number(row.import_id));
  const editable = new Set(editableFields(catalog, kind).map((field) => field.key));
  const fields = [...catalog.fields.values()].flatMap((field) => {
    if (field.entity !== kind) return [];
    const column = computedColumns[kind][field.key];
    if (!editable.has(field.key) && column === undefined) return [];
    const stored =
      column === undefined
        ? (values.get(field.key) ?? { value: null, label: null })
        : { value: row[column] ?? null, label: null };
    return view(field, stored.value, stored.label);
  });
  const others = [...values.entries()].flatMap(([key, { value }]) =>
    key.startsWith('externalId.') ? view(systemField(catalog, kind, key), value, null) : [],
  );
  return { row, fields: [...fields, ...others] };

  function view(field: Field, value: string | number | string[] | null, label: string | null): RecordField {
    return {
      key: field.key,
      label: field.label,
      group: field.group,
      type: field.type,
      unit: field.unit ?? null,
      vocabulary: field.vocabulary ? [...field.vocabulary] : null,
      refKind: field.refKind ?? null,
      isEditable: isEditable(field.key),
      value: wireValue(field, value),
      text: textOf(field, value, label),
      source: value === null && !sources.has(field.key) ? null : sourceOf(field),
    };
  }

  function isEditable(key: string): boolean {
    return editable.has(key) || key.startsWith('externalId.');
  }

  function textOf(field: Field, value: string | number | string[] | null, label: string | null) {
    if (label !== null) return label;
    if (Array.isArray(value)) return value.map((one) => valueLabel(field, one, catalog)).join(', ');
    return field.type === 'category' && value !== null ? valueLabel(field, String(value), catalog) : null;
  }

  function sourceOf(field: Field): RecordField['source'] {
    const own = sources.get(field.key);
    if (own) return { kind: own.source, name: own.name, setAt: own.at, isPinned: own.isPinned === 1 };
    if (!isEditable(field.key))
      return { kind: 'derived', name: null, setAt: Number(row.updated_at), isPinned: false };
    const kind = made === null ? 'person' : made.kind === 'demo' ? 'demo' : 'import';
    return { kind, name: made?.fileName ?? null, setAt: Number(row.created_at), isPinned: false };
  }
}

function wireValue(
  field: Field | ImportField,
  value: string | number | string[] | null,
): RecordField['value'] {
  if (value === null || Array.isArray(value)) return value;
  if (field.type === 'boolean') return Number(value) === 1;
  if (field.type === 'day') return formatIsoDay(Number(value));
  return field.type === 'instant' ? formatIsoInstant(Number(value)) : value;
}

function systemField(catalog: Catalog, kind: RecordKind, key: string): Field {
  const plain = catalog.fields.get(`${kind}.externalId`) as Field;
  return { ...plain, key, label: `${plain.label} (${key.slice('externalId.'.length)})` };
}
