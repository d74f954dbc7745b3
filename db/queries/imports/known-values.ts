import 'server-only';
import type { Connection } from '#db/client.ts';

/** Labels of a dictionary that stand in the data. */
export function existingLabels(connection: Connection, field: string): string[] {
  return connection
    .prepare<[string], { label: string }>('SELECT label FROM terms WHERE field = ? ORDER BY id LIMIT 5000')
    .all(field)
    .map((row) => row.label);
}

export function productNames(connection: Connection): string[] {
  return connection
    .prepare<[], { name: string }>('SELECT name FROM products ORDER BY id')
    .all()
    .map((row) => row.name);
}

/** Stage names that the table holds, with what they mean. */
export function storedStages(connection: Connection): Map<string, 'open' | 'won' | 'lost'> {
  const rows = connection
    .prepare<[], { folded: string; outcome: 'open' | 'won' | 'lost' }>(
      'SELECT name_folded AS folded, outcome FROM stages ORDER BY position DESC',
    )
    .all();
  return new Map(rows.map((row) => [row.folded, row.outcome]));
}
