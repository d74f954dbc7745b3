import 'server-only';
import { store } from '#db/client.ts';
import {
  findNote,
  insertNote,
  type NoteRow,
  notesOfAccount,
  setNoteArchived,
  updateNote,
} from '#db/queries/notes/note-rows.ts';
import { write } from '#db/write.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { requireAccount } from '#lib/services/accounts/require-account.ts';
import { appError } from '#lib/shared/errors.ts';
import { toPublicId, toRowId } from '#lib/shared/ids.ts';
import type { AccountNote } from '#lib/shared/note-shapes.ts';

const LIMIT = 200;

/** The notes on an account, latest first. */
export function listNotes(ctx: Context, accountId: string): { items: AccountNote[]; nextCursor: null } {
  requireCan(ctx.actor, 'accounts.read');
  const { connection } = store();
  const account = requireAccount(ctx, connection, accountId);
  const items = notesOfAccount(connection, account.id, LIMIT).map((row) => noteView(ctx, row));
  return { items, nextCursor: null };
}

export async function addNote(
  ctx: Context,
  input: { accountId: string; text: string },
): Promise<AccountNote> {
  requireCan(ctx.actor, 'activities.log');
  const id = await write(ctx, (tx) => {
    const account = requireAccount(ctx, tx.connection, input.accountId);
    const rowId = insertNote(
      tx.connection,
      { accountId: account.id, userId: ctx.actor.userId, text: input.text },
      ctx.now,
    );
    tx.audit({
      action: 'note.create',
      entity: 'account',
      recordId: account.id,
      summary: `Wrote a note on "${account.name}".`,
      after: { text: input.text },
    });
    return rowId;
  });
  return noteView(ctx, requireNote(ctx, id));
}

/** Rewords one's own note. */
export async function editNote(ctx: Context, id: string, text: string): Promise<AccountNote> {
  const rowId = toRowId('note', id);
  await changeNote(ctx, rowId, 'note.edit', 'Reworded', (connection) =>
    updateNote(connection, rowId, text, ctx.now),
  );
  return noteView(ctx, requireNote(ctx, rowId));
}

/** Takes one's own note away; `restoreNote` brings it back. */
export async function removeNote(ctx: Context, id: string): Promise<void> {
  const rowId = toRowId('note', id);
  await changeNote(ctx, rowId, 'note.remove', 'Removed', (connection) =>
    setNoteArchived(connection, rowId, ctx.now),
  );
}

export async function restoreNote(ctx: Context, id: string): Promise<AccountNote> {
  const rowId = toRowId('note', id);
  await changeNote(
    ctx,
    rowId,
    'note.restore',
    'Brought back',
    (connection) => setNoteArchived(connection, rowId, null),
    true,
  );
  return noteView(ctx, requireNote(ctx, rowId));
}

async function changeNote(
  ctx: Context,
  rowId: number,
  action: string,
  did: string,
  change: (connection: Parameters<typeof updateNote>[0]) => void,
  archived = false,
): Promise<void> {
  requireCan(ctx.actor, 'activities.log');
  await write(ctx, (tx) => {
    const { note, userId } = requireNote(ctx, rowId, archived);
    if (userId !== ctx.actor.userId) {
      throw appError('forbidden', 'Somebody else wrote this note. Only they can change it.');
    }
    change(tx.connection);
    tx.audit({
      action,
      entity: 'account',
      recordId: toRowId('account', note.accountId),
      summary: `${did} a note.`,
      before: { text: note.text },
    });
  });
}

function requireNote(ctx: Context, rowId: number, archived = false): NoteRow {
  const { connection } = store();
  const found = findNote(connection, rowId, archived);
  if (!found) throw appError('not_found', `There is no note "${toPublicId('note', rowId)}".`);
  requireAccount(ctx, connection, found.note.accountId);
  return found;
}

function noteView(ctx: Context, { note, userId }: NoteRow): AccountNote {
  return { ...note, isOwn: userId !== null && userId === ctx.actor.userId };
}
