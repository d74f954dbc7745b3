import 'server-only';
import { type Connection, store } from '#db/client.ts';
import { findViewRow, listViewRows, type ViewRow } from '#db/queries/views/view-rows.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { appError } from '#lib/shared/errors.ts';
import { toPublicId, toRowId } from '#lib/shared/ids.ts';
import { type SavedView, savedView } from '#lib/shared/view-shapes.ts';

/** One's own views and those that others share. */
export function listViews(ctx: Context, page?: string): { items: SavedView[]; nextCursor: null } {
  requireCan(ctx.actor, 'views.own');
  const rows = listViewRows(store().connection, ctx.actor.userId, page ?? null);
  return { items: rows.map((row) => viewView(ctx, row)), nextCursor: null };
}

export function viewView(ctx: Context, row: ViewRow): SavedView {
  const { page, state } = savedView.pick({ page: true, state: true }).parse({
    page: row.page,
    state: JSON.parse(row.state),
  });
  return {
    id: toPublicId('view', row.id),
    page,
    name: row.name,
    isShared: row.isShared === 1,
    isOwn: row.userId !== null && row.userId === ctx.actor.userId,
    ownerName: row.ownerName,
    state,
    updatedAt: row.updatedAt,
  };
}

/** A view that one may change: one's own; a shared one of somebody else is `forbidden`, a private one unknown. */
export function requireOwnView(ctx: Context, connection: Connection, id: string): ViewRow {
  const row = findViewRow(connection, toRowId('view', id));
  const isOwn = row !== null && row.userId !== null && row.userId === ctx.actor.userId;
  if (row && isOwn) return row;
  if (row?.isShared === 1) {
    throw appError('forbidden', 'This view belongs to somebody else. Save it under a name of your own.');
  }
  throw appError('not_found', `There is no view "${id}".`);
}
