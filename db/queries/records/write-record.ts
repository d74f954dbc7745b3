import 'server-only';
import { importColumn } from '#db/queries/imports/import-columns.ts';
import { createSideWriter } from '#db/queries/imports/side-values.ts';
import type { ImportField } from '#lib/imports/import-fields.ts';
import type { Value } from '#lib/imports/read-value.ts';
import { toRowId } from '#lib/shared/ids.ts';
import { foldText } from '#lib/shared/text.ts';
import type { Connection } from '../../client.ts';
import { termWriter } from '../../terms.ts';
import { type RecordKind, recordTable } from './record-values.ts';

type Cell = string | number | null;
export type Cells = Record<string, Cell>;

/** The columns of a field's value. Lists, custom values and other systems' ids have none: `writeSide` stores those. */
export function cellsOf(
  connection: Connection,
  kind: RecordKind,
  field: ImportField,
  value: Value | null,
): Cells | null {
  const place = importColumn(kind, field);
  if (field.key === 'parent') return { parent_id: value === null ? null : toRowId('account', String(value)) };
  if (place.kind === 'side' || place.kind === 'link') return null;
  if (value === null) {
    return place.kind === 'text'
      ? { [place.column]: null, [`${place.column}_folded`]: null }
      : { [place.column]: null };
  }
  if (place.kind === 'term') {
    return { [place.column]: termWriter(connection)(place.dictionary, String(value)) };
  }
  if (place.kind === 'text') {
    return { [place.column]: String(value), [`${place.column}_folded`]: foldText(String(value)) };
  }
  if (place.kind === 'rep') return { [place.column]: Number(value) };
  return { [place.column]: Array.isArray(value) ? null : value };
}

/** Stores a list, a custom value or an id of another system; says whether it changed anything. */
export function writeSide(
  connection: Connection,
  kind: RecordKind,
  field: ImportField,
  recordId: number,
  value: Value | null,
): boolean {
  const place = importColumn(kind, field);
  if (place.kind !== 'side') return false;
  const term = termWriter(connection);
  const store = { connection, terms: { id: term } };
  return createSideWriter(store, kind, place.side, field)(recordId, value) !== null;
}

/** Changes columns of a record and counts its version up. */
export function updateRecord(
  connection: Connection,
  kind: RecordKind,
  id: number,
  cells: Cells,
  now: number,
): void {
  const columns = Object.keys(cells);
  const set = [...columns.map((column) => `${column} = ?`), 'version = version + 1', 'updated_at = ?'];
  connection
    .prepare(`UPDATE ${recordTable[kind]} SET ${set.join(', ')} WHERE id = ?`)
    .run(...Object.values(cells), now, id);
}

/** Makes a record and returns its row id; an account is the root of its own family. */
export function insertRecord(connection: Connection, kind: RecordKind, cells: Cells, now: number): number {
  const columns = [...Object.keys(cells), 'created_at', 'updated_at'];
  const { lastInsertRowid } = connection
    .prepare(
      `INSERT INTO ${recordTable[kind]} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    )
    .run(...Object.values(cells), now, now);
  return Number(lastInsertRowid);
}

export function setArchived(
  connection: Connection,
  kind: RecordKind,
  id: number,
  archivedAt: number | null,
  now: number,
): void {
  updateRecord(connection, kind, id, { archived_at: archivedAt }, now);
}

export type NewSource = {
  source: 'api' | 'person' | 'derived';
  userId: number | null;
  at: number;
  isPinned: boolean;
};

/** Says where values come from now. */
export function setSources(
  connection: Connection,
  kind: RecordKind,
  id: number,
  fields: readonly string[],
  source: NewSource,
): void {
  const put = connection.prepare(
    `INSERT INTO value_sources (entity, record_id, field, source, import_id, user_id, at, is_pinned)
     VALUES (?, ?, ?, ?, NULL, ?, ?, ?)
     ON CONFLICT (entity, record_id, field) DO UPDATE SET source = excluded.source, import_id = NULL,
       user_id = excluded.user_id, at = excluded.at, is_pinned = max(is_pinned, excluded.is_pinned)`,
  );
  for (const field of fields) {
    put.run(kind, id, field, source.source, source.userId, source.at, source.isPinned ? 1 : 0);
  }
}

/** Lets imports change these fields again. Returns those that were pinned. */
export function releaseFields(
  connection: Connection,
  kind: RecordKind,
  id: number,
  fields: readonly string[],
): string[] {
  const release = connection.prepare(
    `UPDATE value_sources SET is_pinned = 0 WHERE entity = ? AND record_id = ? AND field = ? AND is_pinned = 1`,
  );
  return fields.filter((field) => release.run(kind, id, field).changes > 0);
}

/** Puts an account and all below it into the family of its topmost parent. */
export function refreshFamily(connection: Connection, accountId: number): void {
  const root =
    connection
      .prepare<[number], number>(
        `WITH RECURSIVE up(id, parent_id, depth) AS (
           SELECT id, parent_id, 0 FROM accounts WHERE id = ?
           UNION ALL SELECT a.id, a.parent_id, up.depth + 1 FROM accounts a JOIN up ON a.id = up.parent_id
             WHERE up.depth < 100)
         SELECT id FROM up ORDER BY depth DESC LIMIT 1`,
      )
      .pluck()
      .get(accountId) ?? accountId;
  connection
    .prepare(
      `WITH RECURSIVE down(id, depth) AS (
         SELECT ?, 0 UNION SELECT a.id, down.depth + 1 FROM accounts a JOIN down ON a.parent_id = down.id
           WHERE down.depth < 100)
       UPDATE accounts SET family_id = ? WHERE id IN (SELECT id FROM down) OR id = ?`,
    )
    .run(accountId, root, root);
}

/** Whether `ancestorId` stands above an account, or is it. */
export function isAbove(connection: Connection, ancestorId: number, accountId: number): boolean {
  return (
    connection
      .prepare<[number, number]>(
        `WITH RECURSIVE up(id, parent_id, depth) AS (
           SELECT id, parent_id, 0 FROM accounts WHERE id = ?
           UNION ALL SELECT a.id, a.parent_id, up.depth + 1 FROM accounts a JOIN up ON a.id = up.parent_id
             WHERE up.depth < 100)
         SELECT 1 FROM up WHERE id = ?`,
      )
      .get(accountId, ancestorId) !== undefined
  );
}
