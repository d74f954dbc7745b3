import 'server-only';
import { toPublicId } from '#lib/shared/ids.ts';
import type { AccountNote } from '#lib/shared/note-shapes.ts';
import type { Connection } from '../../client.ts';

type Row = Omit<AccountNote, 'id' | 'accountId' | 'userId' | 'isOwn'> & {
  id: number;
  accountId: number;
  userId: number | null;
};

const select = `SELECT n.id, n.account_id AS accountId, n.user_id AS userId, u.name AS userName, n.text,
  n.created_at AS createdAt, n.updated_at AS updatedAt
  FROM notes n LEFT JOIN users u ON u.id = n.user_id`;

export type NoteRow = { note: Omit<AccountNote, 'isOwn'>; userId: number | null };

function toNote({ id, accountId, userId, ...row }: Row): NoteRow {
  return {
    userId,
    note: {
      ...row,
      id: toPublicId('note', id),
      accountId: toPublicId('account', accountId),
      userId: userId === null ? null : toPublicId('user', userId),
    },
  };
}

export function findNote(connection: Connection, id: number, archived = false): NoteRow | null {
  const row = connection
    .prepare<[number], Row>(`${select} WHERE n.id = ? AND n.archived_at IS ${archived ? 'NOT ' : ''}NULL`)
    .get(id);
  return row ? toNote(row) : null;
}

/** Notes of an account, latest first. */
export function notesOfAccount(connection: Connection, accountId: number, limit: number): NoteRow[] {
  return connection
    .prepare<[number, number], Row>(
      `${select} WHERE n.account_id = ? AND n.archived_at IS NULL ORDER BY n.created_at DESC, n.id DESC LIMIT ?`,
    )
    .all(accountId, limit)
    .map(toNote);
}

export function insertNote(
  connection: Connection,
  note: { accountId: number; userId: number | null; text: string },
  now: number,
): number {
  return Number(
    connection
      .prepare('INSERT INTO notes (account_id, user_id, text, created_at, updated_at) VALUES (?, ?, ?, ?, ?)')
      .run(note.accountId, note.userId, note.text, now, now).lastInsertRowid,
  );
}

export function updateNote(connection: Connection, id: number, text: string, now: number): void {
  connection.prepare('UPDATE notes SET text = ?, updated_at = ? WHERE id = ?').run(text, now, id);
}

export function setNoteArchived(connection: Connection, id: number, archivedAt: number | null): void {
  connection.prepare('UPDATE notes SET archived_at = ? WHERE id = ?').run(archivedAt, id);
}
