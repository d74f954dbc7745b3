import 'server-only';
import { foldText } from '#lib/shared/text.ts';
import type { Connection } from './client.ts';
import { prepared } from './kept.ts';

/**
 * Finds or makes the term of a category value within one write. `field` is `entity.key` (`account.industry`).
 * Values that fold alike are one term; a value that folds to nothing has none.
 */
export function termWriter(connection: Connection): (field: string, label: string) => number | null {
  const known = new Map<string, number>();
  const find = connection.prepare<[string, string], { id: number }>(
    'SELECT id FROM terms WHERE field = ? AND folded = ?',
  );
  const insert = connection.prepare('INSERT INTO terms (field, label, folded) VALUES (?, ?, ?)');
  return (field, label) => {
    const folded = foldText(label);
    if (folded === '') return null;
    const key = `${field}\n${folded}`;
    const cached = known.get(key);
    if (cached !== undefined) return cached;
    const id = find.get(field, folded)?.id ?? Number(insert.run(field, label.trim(), folded).lastInsertRowid);
    known.set(key, id);
    return id;
  };
}

/** Labels of all terms of the given fields, by term id. Small: read anew for every request that needs it. */
export function termLabels(connection: Connection, fields: string[]): Map<number, string> {
  const rows = connection
    .prepare<[string], { id: number; label: string }>(
      'SELECT id, label FROM terms WHERE field IN (SELECT value FROM json_each(?))',
    )
    .all(JSON.stringify(fields));
  return new Map(rows.map((row) => [row.id, row.label]));
}

/** Term ids of the values that fold like one of `labels`. */
export function findTermIds(connection: Connection, field: string, labels: string[]): number[] {
  return prepared<[string, string], { id: number }>(
    connection,
    'SELECT id FROM terms WHERE field = ? AND folded IN (SELECT value FROM json_each(?))',
  )
    .all(field, JSON.stringify(labels.map(foldText)))
    .map((row) => row.id);
}
