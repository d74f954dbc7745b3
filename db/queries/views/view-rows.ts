import 'server-only';
import type { Connection } from '../../client.ts';

export type ViewRow = {
  id: number;
  page: string;
  name: string;
  userId: number | null;
  ownerName: string | null;
  isShared: number;
  state: string;
  updatedAt: number;
};

const select = `
  SELECT saved_views.id, page, saved_views.name, user_id AS userId, users.name AS ownerName, is_shared AS isShared,
    state, saved_views.updated_at AS updatedAt
  FROM saved_views LEFT JOIN users ON users.id = user_id`;

/** One's own views and the shared ones, of one page or of all. */
export function listViewRows(connection: Connection, userId: number | null, page: string | null): ViewRow[] {
  return connection
    .prepare<[{ userId: number | null; page: string | null }], ViewRow>(
      `${select} WHERE (user_id = @userId OR is_shared = 1) AND (@page IS NULL OR page = @page)
       ORDER BY is_shared, saved_views.name COLLATE NOCASE, saved_views.id`,
    )
    .all({ userId, page });
}

export function findViewRow(connection: Connection, id: number): ViewRow | null {
  return connection.prepare<[number], ViewRow>(`${select} WHERE saved_views.id = ?`).get(id) ?? null;
}

export type ViewValues = { page: string; name: string; isShared: number; state: string };

export function insertView(
  connection: Connection,
  userId: number | null,
  values: ViewValues,
  now: number,
): number {
  const { lastInsertRowid } = connection
    .prepare(
      `INSERT INTO saved_views (page, name, user_id, is_shared, state, created_at, updated_at)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(values.page, values.name, userId, values.isShared, values.state, now, now);
  return Number(lastInsertRowid);
}

export function updateView(connection: Connection, id: number, values: ViewValues, now: number): void {
  connection
    .prepare(
      'UPDATE saved_views SET page = ?, name = ?, is_shared = ?, state = ?, updated_at = ? WHERE id = ?',
    )
    .run(values.page, values.name, values.isShared, values.state, now, id);
}

export function deleteView(connection: Connection, id: number): void {
  connection.prepare('DELETE FROM saved_views WHERE id = ?').run(id);
}
