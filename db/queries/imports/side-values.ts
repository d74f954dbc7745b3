import 'server-only';
import { foldText } from '#lib/shared/text.ts';
import type { ImportField } from '#lib/imports/import-fields.ts';
import type { Value } from '#lib/imports/read-value.ts';
import type { ImportRun, SqlValue } from './import-run.ts';
import type { SideChange } from './record-table.ts';

/** Values that live beside their record: lists, custom fields, ids in other systems. Says what changed, or null. */
export type SideWriter = (recordId: number, value: Value | null) => SideChange | Taken | null;
/** An id of another system that belongs to another record already: it stays there. */
export type Taken = { takenBy: number };

const sameList = (a: readonly unknown[], b: readonly unknown[]) =>
  a.length === b.length && a.every((value) => b.includes(value));

function listWriter(
  run: SideStore,
  table: string,
  owner: string,
  dictionary: string,
  key: string,
): SideWriter {
  const { connection } = run;
  const select = connection
    .prepare<[number], number[]>(`SELECT term_id FROM ${table} WHERE ${owner} = ?`)
    .raw(true);
  const clear = connection.prepare(`DELETE FROM ${table} WHERE ${owner} = ?`);
  const insert = connection.prepare(`INSERT OR IGNORE INTO ${table} (${owner}, term_id) VALUES (?, ?)`);
  return (recordId, value) => {
    const labels = Array.isArray(value) ? value : value === null ? [] : [String(value)];
    const next = labels.flatMap((label) => run.terms.id(dictionary, label) ?? []);
    const before = select.all(recordId).map(([id]) => id);
    if (sameList(before, next)) return null;
    clear.run(recordId);
    for (const id of next) insert.run(recordId, id);
    return { key, field: key, before, after: next };
  };
}

/** Lists of terms beside a record, by the key of their field. */
export const sideLists = {
  needs: { table: 'account_needs', owner: 'account_id' },
  tiers: { table: 'rep_tiers', owner: 'rep_id' },
  allowedRegions: { table: 'rep_regions', owner: 'rep_id' },
  languages: { table: 'rep_languages', owner: 'rep_id' },
} as const;
export type SideList = keyof typeof sideLists;

/** What writing side values needs of a run. */
export type SideStore = {
  connection: ImportRun['connection'];
  terms: Pick<ImportRun['terms'], 'id'>;
};

type CustomRow = [SqlValue, SqlValue, SqlValue, SqlValue, SqlValue];

function customWriter(run: SideStore, field: ImportField, entity: string): SideWriter {
  const { connection } = run;
  const fieldId = field.customFieldId ?? 0;
  const select = connection
    .prepare<[number, number], CustomRow>(
      'SELECT number, term_id, day, text, text_folded FROM custom_values WHERE field_id = ? AND record_id = ? ORDER BY id',
    )
    .raw(true);
  const clear = connection.prepare('DELETE FROM custom_values WHERE field_id = ? AND record_id = ?');
  const insert = connection.prepare(
    'INSERT INTO custom_values (field_id, record_id, number, term_id, day, text, text_folded) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const dictionary = `${entity}.${field.key}`;
  function rowOf(value: string | number): CustomRow {
    if (field.type === 'day') return [null, null, Number(value), null, null];
    if (field.type === 'category' || field.type === 'tags') {
      return [null, run.terms.id(dictionary, String(value)), null, null, null];
    }
    if (field.type === 'text') return [null, null, null, String(value), foldText(String(value))];
    return [Number(value), null, null, null, null];
  }
  return (recordId, value) => {
    const values = Array.isArray(value) ? value : value === null ? [] : [value];
    const next = values.map(rowOf);
    const before = select.all(fieldId, recordId);
    if (JSON.stringify(before) === JSON.stringify(next)) return null;
    clear.run(fieldId, recordId);
    for (const row of next) insert.run(fieldId, recordId, ...row);
    return { key: `custom#${fieldId}`, field: field.key, before, after: next };
  };
}

function systemIdWriter(run: SideStore, field: ImportField, entity: string): SideWriter {
  const { connection } = run;
  const system = field.key.slice('externalId.'.length);
  const select = connection
    .prepare<[string, string, number], string[]>(
      'SELECT value FROM external_ids WHERE entity = ? AND system = ? AND record_id = ?',
    )
    .raw(true);
  const findOwner = connection
    .prepare<[string, string, string], number[]>(
      'SELECT record_id FROM external_ids WHERE entity = ? AND system = ? AND value = ?',
    )
    .raw(true);
  const clear = connection.prepare(
    'DELETE FROM external_ids WHERE entity = ? AND system = ? AND record_id = ?',
  );
  const insert = connection.prepare(
    'INSERT INTO external_ids (entity, system, value, record_id) VALUES (?, ?, ?, ?)',
  );
  return (recordId, value) => {
    const before = select.get(entity, system, recordId)?.[0] ?? null;
    const next = value === null ? null : String(value);
    if (before === next) return null;
    const owner = next === null ? undefined : findOwner.get(entity, system, next)?.[0];
    if (owner !== undefined && owner !== recordId) return { takenBy: owner };
    clear.run(entity, system, recordId);
    if (next !== null) insert.run(entity, system, next, recordId);
    return { key: field.key, field: field.key, before, after: next };
  };
}

/** The writer of one side value of an entity. */
export function createSideWriter(
  run: SideStore,
  entity: string,
  side: SideList | 'custom' | 'systemId',
  field: ImportField,
): SideWriter {
  if (side in sideLists) {
    const list = sideLists[side as SideList];
    return listWriter(run, list.table, list.owner, `${entity}.${side}`, side);
  }
  return side === 'custom' ? customWriter(run, field, entity) : systemIdWriter(run, field, entity);
}
