import 'server-only';
import { importColumn } from '#db/queries/imports/import-columns.ts';
import { importFields, type ImportField } from '#lib/imports/import-fields.ts';
import type { Value } from '#lib/imports/read-value.ts';
import type { Catalog } from '#lib/rules/catalog.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import type { Connection } from '../../client.ts';
import { derivedByImport } from './derived-by-import.ts';

export type RecordKind = 'account' | 'contact';

export const recordTable = { account: 'accounts', contact: 'contacts' } as const;

/** A stored value: text and labels as text, days as epoch days, booleans 0/1, lists as labels, references by public id. */
export type StoredValue = { value: Value | null; label: string | null };

/** The fields of a kind of record that a person may set, links between records aside. */
export function editableFields(catalog: Catalog, kind: RecordKind): ImportField[] {
  return importFields(catalog, kind).filter((field) => !field.isLink || field.key === 'parent');
}

type Cell = string | number | null;

/** All values of one record by field key; `null` when there is no such record. Archived ones too. */
export function readRecordValues(
  connection: Connection,
  catalog: Catalog,
  kind: RecordKind,
  id: number,
): { row: Record<string, Cell>; values: Map<string, StoredValue> } | null {
  const row = connection
    .prepare<[number], Record<string, Cell>>(`SELECT * FROM ${recordTable[kind]} WHERE id = ?`)
    .get(id);
  if (!row) return null;
  const label = connection.prepare<[Cell], string>('SELECT label FROM terms WHERE id = ?').pluck();
  const values = new Map<string, StoredValue>();
  for (const field of editableFields(catalog, kind)) {
    values.set(field.key, valueOf(field));
  }
  if (kind === 'account') {
    for (const { system, value } of systemIds(connection, kind, id)) {
      values.set(`externalId.${system}`, { value, label: null });
    }
  }
  return { row, values };

  function valueOf(field: ImportField): StoredValue {
    if (field.key === 'parent') return accountRef(row?.parent_id ?? null);
    const place = importColumn(kind, field);
    if (place.kind === 'side') return sideValue(field, place.side);
    if (place.kind === 'link') return { value: null, label: null };
    const cell = row?.[place.column] ?? null;
    if (cell === null) return { value: null, label: null };
    if (place.kind === 'term') return { value: label.get(cell) ?? null, label: null };
    if (place.kind === 'rep') return repRef(Number(cell));
    return { value: cell, label: null };
  }

  function accountRef(cell: Cell): StoredValue {
    if (cell === null) return { value: null, label: null };
    const name = connection
      .prepare<[Cell], string>('SELECT name FROM accounts WHERE id = ?')
      .pluck()
      .get(cell);
    return { value: toPublicId('account', Number(cell)), label: name ?? null };
  }

  function repRef(repId: number): StoredValue {
    const rep = connection
      .prepare<[number], { name: string; kind: 'rep' | 'pool' }>('SELECT name, kind FROM reps WHERE id = ?')
      .get(repId);
    return { value: toPublicId(rep?.kind ?? 'rep', repId), label: rep?.name ?? null };
  }

  function sideValue(field: ImportField, side: string): StoredValue {
    if (side === 'needs') {
      const labels = connection
        .prepare<[number], string>(
          'SELECT t.label FROM account_needs n JOIN terms t ON t.id = n.term_id WHERE n.account_id = ? ORDER BY t.folded',
        )
        .pluck()
        .all(id);
      return { value: labels.length > 0 ? labels : null, label: null };
    }
    if (side !== 'custom' || field.customFieldId === undefined) return { value: null, label: null };
    const held = connection
      .prepare<[number, number], { value: Cell }>(
        `SELECT coalesce(v.text, (SELECT label FROM terms WHERE id = v.term_id), v.day, v.number) AS value
         FROM custom_values v WHERE v.field_id = ? AND v.record_id = ? ORDER BY v.id`,
      )
      .all(field.customFieldId, id)
      .flatMap(({ value }) => (value === null ? [] : [value]));
    if (field.type === 'tags') return { value: held.length > 0 ? held.map(String) : null, label: null };
    return { value: held[0] ?? null, label: null };
  }
}

function systemIds(connection: Connection, kind: RecordKind, id: number) {
  return connection
    .prepare<[string, number], { system: string; value: string }>(
      'SELECT system, value FROM external_ids WHERE entity = ? AND record_id = ? ORDER BY system',
    )
    .all(kind, id);
}

export type SourceRow = {
  field: string;
  source: 'import' | 'api' | 'person' | 'derived' | 'demo';
  name: string | null;
  at: number;
  isPinned: number;
};

/** Values that may follow from others without a note that says so: field key → column. */
const followers: Record<RecordKind, Readonly<Record<string, string>>> = {
  account: { region: 'region', latitude: 'latitude', longitude: 'longitude' },
  contact: { seniority: 'seniority', jobFunction: 'job_function', persona: 'persona' },
};

/** What the import that made a record derived for it, as notes of that time. */
function derivedAtCreation(connection: Connection, kind: RecordKind, id: number): [string, SourceRow][] {
  const columns = Object.values(followers[kind]).join(', ');
  const row = connection
    .prepare<[number], Record<string, Cell>>(
      `SELECT import_id, created_at, ${columns} FROM ${recordTable[kind]} WHERE id = ?`,
    )
    .get(id);
  if (!row || typeof row.import_id !== 'number') return [];
  const derived = derivedByImport(connection)(row.import_id);
  const at = Number(row.created_at);
  return Object.entries(followers[kind]).flatMap(([field, column]): [string, SourceRow][] =>
    derived.has(field) && row[column] !== null
      ? [[field, { field, source: 'derived', name: null, at, isPinned: 0 }]]
      : [],
  );
}

/** Where each value came from that differs from its record's creation, by field key; derived values are always among them. */
export function readSources(connection: Connection, kind: RecordKind, id: number): Map<string, SourceRow> {
  const rows = connection
    .prepare<
      [string, number],
      SourceRow & { importKind: string | null; fileName: string | null; userName: string | null }
    >(
      `SELECT v.field, v.source, v.at, v.is_pinned AS isPinned, i.kind AS importKind, i.file_name AS fileName,
         u.name AS userName
       FROM value_sources v LEFT JOIN imports i ON i.id = v.import_id LEFT JOIN users u ON u.id = v.user_id
       WHERE v.entity = ? AND v.record_id = ?`,
    )
    .all(kind, id);
  return new Map([
    ...derivedAtCreation(connection, kind, id),
    ...rows.map(
      ({ importKind, fileName, userName, ...row }) =>
        [
          row.field,
          {
            ...row,
            source: importKind === 'demo' && row.source === 'import' ? 'demo' : row.source,
            name: row.source === 'import' ? fileName : userName,
          },
        ] as const,
    ),
  ]);
}

/** The import that made a record, or null when a person or the API did. */
export function creatingImport(
  connection: Connection,
  importId: number | null,
): { kind: string; fileName: string | null } | null {
  if (importId === null) return null;
  return (
    connection
      .prepare<[number], { kind: string; fileName: string | null }>(
        'SELECT kind, file_name AS fileName FROM imports WHERE id = ?',
      )
      .get(importId) ?? null
  );
}
