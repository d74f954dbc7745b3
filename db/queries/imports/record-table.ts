import 'server-only';
import type { ImportRun, SqlValue } from './import-run.ts';
import type { RecordEntity } from './import-columns.ts';
import { recordTables } from './import-columns.ts';

/** undefined = leave the column as it is. */
export type Cells = (SqlValue | undefined)[];
/** `key` names it in the before-image, `field` in the catalog. */
export type SideChange = { key: string; field: string; before: unknown; after: unknown };

/** Account and contact values keep their source; the other entities do not. */
const hasSources = (entity: RecordEntity): entity is 'account' | 'contact' =>
  entity === 'account' || entity === 'contact';
const derivedColumns = new Set(['reachable', 'email_domain', 'family_id', 'account_text']);

export type RecordTable = {
  columns: readonly string[];
  /** Position of a column in `Cells`. */
  at: (column: string) => number;
  /** `id` when the caller took one already. */
  insert: (cells: Cells, id?: number) => number;
  /** Changes what differs, except values pinned by a person. Says whether anything did. */
  update: (id: number, cells: Cells, sides?: () => SideChange[]) => 'updated' | 'unchanged';
  /** The record's stored cells, in the order of `columns`. */
  load: (id: number) => SqlValue[] | null;
  /** Whether a stored value follows from others, by its note or, without one, by the import that made the record. */
  isDerived: (note: { source: string } | undefined, field: string, stored: readonly SqlValue[]) => boolean;
};

/**
 * Writes records of one table with before-images and provenance. `fieldOf` names the field of a column for
 * provenance; columns without one are kept in step silently.
 */
export function createRecordTable(
  run: ImportRun,
  entity: RecordEntity,
  columns: readonly string[],
  fieldOf: ReadonlyMap<string, string>,
): RecordTable {
  const { connection, importId, now } = run;
  const table = recordTables[entity];
  const isVersioned = entity !== 'product';
  const stamps = isVersioned
    ? ['created_at', 'updated_at'].filter((column) => !columns.includes(column))
    : [];
  const names = ['id', 'import_id', ...stamps, ...columns];
  /** What a new record has where the row is silent and the table wants a value. */
  const defaults: Record<string, SqlValue> = { created_at: now, is_active: 1, reachable: 0 };
  const ownDefaults = columns.map((column) => defaults[column] ?? null);
  const firstColumn = 2 + stamps.length;
  /** One list for all rows: an import would make garbage of a hundred thousand. */
  const inserted: SqlValue[] = [null, importId, ...stamps.map(() => now), ...columns.map(() => null)];
  const insertRow = connection.prepare(
    `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
  );
  const extra = isVersioned ? ', import_id, archived_at' : ', import_id, NULL';
  const selectRow = connection
    .prepare<[number], SqlValue[]>(`SELECT ${columns.join(', ')}${extra} FROM ${table} WHERE id = ?`)
    .raw(true);
  const pinned = connection
    .prepare<[string, number], string[]>(
      'SELECT field FROM value_sources WHERE entity = ? AND record_id = ? AND is_pinned = 1',
    )
    .raw(true);
  const setSource = connection.prepare(
    `INSERT INTO value_sources (entity, record_id, field, source, import_id, user_id, at, is_pinned)
     VALUES (?, ?, ?, 'import', ?, NULL, ?, 0)
     ON CONFLICT (entity, record_id, field) DO UPDATE SET source = 'import', import_id = excluded.import_id,
       user_id = NULL, at = excluded.at`,
  );
  const findSource = connection.prepare<[string, number, string]>(
    'SELECT source, import_id, user_id, at, is_pinned FROM value_sources WHERE entity = ? AND record_id = ? AND field = ?',
  );
  const updates = new Map<string, ReturnType<typeof connection.prepare>>();
  const positions = new Map(columns.map((column, index) => [column, index]));

  /** A record that this very import made stays at version 1, so that undo knows nobody touched it since. */
  function runUpdate(id: number, changed: string[], values: SqlValue[], isOwn: boolean) {
    const marks = isVersioned && !isOwn ? ['version = version + 1', 'updated_at = ?'] : [];
    const assignments = [...changed.map((column) => `${column} = ?`), ...marks];
    if (assignments.length === 0) return;
    const sql = `UPDATE ${table} SET ${assignments.join(', ')} WHERE id = ?`;
    const statement = updates.get(sql) ?? connection.prepare(sql);
    updates.set(sql, statement);
    statement.run(...values, ...(marks.length > 0 ? [now] : []), id);
  }

  return {
    columns,
    at: (column) => positions.get(column) ?? -1,
    insert(cells, id = run.nextId(table)) {
      inserted[0] = id;
      for (let index = 0; index < columns.length; index += 1)
        inserted[firstColumn + index] = cells[index] ?? ownDefaults[index] ?? null;
      insertRow.run(inserted);
      return id;
    },
    load: (id) => selectRow.get(id) ?? null,
    isDerived(note, field, stored) {
      if (note) return note.source === 'derived';
      const creator = stored[columns.length];
      return typeof creator === 'number' && run.derivedBy(creator).has(field);
    },
    update(id, cells, sides) {
      const stored = selectRow.get(id);
      if (!stored) return 'unchanged';
      const own = stored[columns.length] === importId;
      const wasArchived = stored[columns.length + 1] !== null;
      const held = hasSources(entity) ? new Set(pinned.all(entity, id).map(([field]) => field)) : null;
      const before: Record<string, unknown> = {};
      const after: Record<string, unknown> = {};
      const changed: string[] = [];
      const values: SqlValue[] = [];
      const fields = new Set<string>();
      columns.forEach((column, index) => {
        const cell = cells[index];
        if (cell === undefined || cell === stored[index]) return;
        const field = fieldOf.get(column);
        if (field !== undefined && held?.has(field)) return;
        changed.push(column);
        values.push(cell);
        before[column] = stored[index];
        after[column] = cell;
        if (field !== undefined && !derivedColumns.has(column)) fields.add(field);
      });
      if (wasArchived) {
        changed.push('archived_at');
        values.push(null);
        before.archived_at = stored[columns.length + 1];
        after.archived_at = null;
      }
      for (const side of sides?.() ?? []) {
        before[side.key] = side.before;
        after[side.key] = side.after;
        fields.add(side.field);
      }
      if (Object.keys(after).length === 0) return 'unchanged';
      runUpdate(id, changed, values, own);
      if (own || run.isTrial) return 'updated';
      if (hasSources(entity)) {
        const sources: Record<string, unknown> = {};
        for (const field of fields) {
          sources[field] = findSource.get(entity, id, field) ?? null;
          setSource.run(entity, id, field, importId, now);
        }
        before['#sources'] = sources;
      }
      run.remember(entity, id, before, after);
      return 'updated';
    },
  };
}
