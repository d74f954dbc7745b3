import 'server-only';
import type { Connection } from '#db/client.ts';
import { recordTables, type RecordEntity } from './import-columns.ts';
import type { SqlValue } from './import-run.ts';
import { forgetSpellings } from './term-counter.ts';
import { type SideList, sideLists } from './side-values.ts';

export type KeptRecord = { entity: string; recordId: number; label: string; reason: string };
type ChangeRow = { id: number; entity: string; record_id: number; before: string; after: string };
type Images = Record<string, unknown>;

const tables: Record<string, string> = {
  ...recordTables,
  signal: 'signals',
  activity: 'activities',
  technology: 'technologies',
};

function isRecordEntity(entity: string): entity is RecordEntity {
  return entity in recordTables;
}

function labelOf(connection: Connection, entity: string, id: number): string {
  if (!isRecordEntity(entity)) return `${entity} ${id}`;
  const row = connection
    .prepare<[number], { name: string | null }>(`SELECT name FROM ${recordTables[entity]} WHERE id = ?`)
    .get(id);
  return row?.name ?? `${entity} ${id}`;
}

function restoreSide(
  connection: Connection,
  importId: number,
  entity: string,
  id: number,
  key: string,
  before: unknown,
  after: unknown,
): boolean {
  if (key in sideLists) {
    const { table, owner } = sideLists[key as SideList];
    const now = connection
      .prepare<[number], number[]>(`SELECT term_id FROM ${table} WHERE ${owner} = ?`)
      .raw(true)
      .all(id)
      .flat();
    const expected = after as number[];
    if (now.length !== expected.length || !now.every((term) => expected.includes(term))) return false;
    connection.prepare(`DELETE FROM ${table} WHERE ${owner} = ?`).run(id);
    for (const term of before as number[])
      connection.prepare(`INSERT INTO ${table} (${owner}, term_id) VALUES (?, ?)`).run(id, term);
    return true;
  }
  if (key.startsWith('custom#')) {
    const fieldId = Number(key.slice('custom#'.length));
    const rows = connection
      .prepare<[number, number], SqlValue[]>(
        'SELECT number, term_id, day, text, text_folded FROM custom_values WHERE field_id = ? AND record_id = ? ORDER BY id',
      )
      .raw(true)
      .all(fieldId, id);
    if (JSON.stringify(rows) !== JSON.stringify(after)) return false;
    connection.prepare('DELETE FROM custom_values WHERE field_id = ? AND record_id = ?').run(fieldId, id);
    const insert = connection.prepare(
      'INSERT INTO custom_values (field_id, record_id, number, term_id, day, text, text_folded) VALUES (?, ?, ?, ?, ?, ?, ?)',
    );
    for (const row of before as SqlValue[][]) insert.run(fieldId, id, ...row);
    return true;
  }
  const system = key.slice('externalId.'.length);
  const find = connection.prepare<[string, string, number], { value: string }>(
    'SELECT value FROM external_ids WHERE entity = ? AND system = ? AND record_id = ?',
  );
  if ((find.get(entity, system, id)?.value ?? null) !== after) return false;
  connection
    .prepare('DELETE FROM external_ids WHERE entity = ? AND system = ? AND record_id = ?')
    .run(entity, system, id);
  if (before !== null) {
    // A record that the import made may hold the id by now; it goes anyway, or loses what was never its own.
    const table = entity === 'contact' ? 'contacts' : 'accounts';
    connection
      .prepare(
        `DELETE FROM external_ids WHERE entity = ? AND system = ? AND value = ?
           AND record_id IN (SELECT id FROM ${table} WHERE import_id = ?)`,
      )
      .run(entity, system, before as string, importId);
    connection
      .prepare('INSERT OR IGNORE INTO external_ids (entity, system, value, record_id) VALUES (?, ?, ?, ?)')
      .run(entity, system, before as string, id);
  }
  return true;
}

function restoreSources(
  connection: Connection,
  importId: number,
  entity: string,
  id: number,
  sources: Images,
): void {
  for (const [field, row] of Object.entries(sources)) {
    const old = row as {
      source: string;
      import_id: number | null;
      user_id: number | null;
      at: number;
      is_pinned: number;
    } | null;
    const remove =
      'DELETE FROM value_sources WHERE entity = ? AND record_id = ? AND field = ? AND import_id = ?';
    const { changes } = connection.prepare(remove).run(entity, id, field, importId);
    if (changes === 0 || !old) continue;
    connection
      .prepare(
        'INSERT INTO value_sources (entity, record_id, field, source, import_id, user_id, at, is_pinned) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
      )
      .run(entity, id, field, old.source, old.import_id, old.user_id, old.at, old.is_pinned);
  }
}

const isSide = (key: string) =>
  key === 'needs' || key === 'tiers' || key.startsWith('custom#') || key.startsWith('externalId.');

function restoreOne(
  connection: Connection,
  importId: number,
  change: ChangeRow,
  now: number,
): KeptRecord | null {
  const table = tables[change.entity];
  if (!table) return null;
  const before = JSON.parse(change.before) as Images;
  const after = JSON.parse(change.after) as Images;
  const columns = Object.keys(after).filter((key) => !isSide(key) && !key.startsWith('#'));
  const stored = connection
    .prepare<[number], Images>(`SELECT ${['id', ...columns].join(', ')} FROM ${table} WHERE id = ?`)
    .get(change.record_id);
  if (!stored) return null;
  const restorable = columns.filter((column) => stored[column] === after[column]);
  let isLeft = restorable.length < columns.length;
  const stamps =
    isRecordEntity(change.entity) && change.entity !== 'product'
      ? ['version = version + 1', 'updated_at = ?']
      : [];
  const assignments = [...restorable.map((column) => `${column} = ?`), ...stamps];
  if (assignments.length > 0) {
    const values = restorable.map((column) => (before[column] ?? null) as SqlValue);
    const stampValues = stamps.length > 0 ? [now] : [];
    connection
      .prepare(`UPDATE ${table} SET ${assignments.join(', ')} WHERE id = ?`)
      .run(...values, ...stampValues, change.record_id);
  }
  for (const key of Object.keys(after).filter(isSide)) {
    if (!restoreSide(connection, importId, change.entity, change.record_id, key, before[key], after[key]))
      isLeft = true;
  }
  const sources = before['#sources'];
  if (sources) restoreSources(connection, importId, change.entity, change.record_id, sources as Images);
  if (!isLeft) return null;
  const label = labelOf(connection, change.entity, change.record_id);
  return {
    entity: change.entity,
    recordId: change.record_id,
    label,
    reason: 'a value was changed later and stays',
  };
}

/**
 * Puts back what the import changed, newest first, as far as it was not changed since; at most `limit` records.
 * Returns how many were looked at and which keep something, or null when there is nothing left.
 */
export function restoreChanges(
  connection: Connection,
  importId: number,
  limit: number,
  now: number,
): { done: number; kept: KeptRecord[] } | null {
  const changes = connection
    .prepare<[number, number], ChangeRow>(
      `SELECT id, entity, record_id, before, after FROM import_changes
       WHERE import_id = ? AND entity NOT IN ('stage', 'customField', 'spelling') ORDER BY id DESC LIMIT ?`,
    )
    .all(importId, limit);
  if (changes.length === 0) return null;
  const kept = changes.flatMap((change) => restoreOne(connection, importId, change, now) ?? []);
  const remove = connection.prepare('DELETE FROM import_changes WHERE id = ?');
  for (const change of changes) remove.run(change.id);
  return { done: changes.length, kept };
}

/** Drops the notes that this import derived values: they went with what they were derived from. */
export function forgetDerived(connection: Connection, importId: number): void {
  connection.prepare("DELETE FROM value_sources WHERE import_id = ? AND source = 'derived'").run(importId);
}

/**
 * Takes spellings back that this import counted, and removes stages and custom fields that it made, unless
 * something uses them by now. Call when its records are gone.
 */
export function removeMadeDefinitions(connection: Connection, importId: number): void {
  const made = 'SELECT record_id FROM import_changes WHERE import_id = ? AND entity =';
  connection
    .prepare(
      `DELETE FROM stages WHERE id IN (${made} 'stage')
         AND NOT EXISTS (SELECT 1 FROM opportunities o WHERE o.stage_id = stages.id)
         AND NOT EXISTS (SELECT 1 FROM stage_changes c WHERE c.stage_id = stages.id)`,
    )
    .run(importId);
  connection
    .prepare(
      `DELETE FROM custom_fields WHERE id IN (${made} 'customField')
         AND NOT EXISTS (SELECT 1 FROM custom_values v WHERE v.field_id = custom_fields.id)`,
    )
    .run(importId);
  forgetSpellings(connection, importId);
  connection.prepare('DELETE FROM import_changes WHERE import_id = ?').run(importId);
}
