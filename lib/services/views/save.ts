import 'server-only';
import { store } from '#db/client.ts';
import { deleteView, findViewRow, insertView, updateView } from '#db/queries/views/view-rows.ts';
import { write } from '#db/write.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { appError } from '#lib/shared/errors.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import type { SavedView, ViewInput } from '#lib/shared/view-shapes.ts';
import { requireOwnView, viewView } from './list.ts';

/** Saves a view of one's own; sharing it needs the right to. */
export async function createView(ctx: Context, input: ViewInput): Promise<SavedView> {
  requireMaySave(ctx, input);
  const id = await write(ctx, (tx) => {
    const rowId = insertView(tx.connection, ctx.actor.userId, valuesOf(input), ctx.now);
    tx.audit({
      action: 'view.create',
      entity: 'view',
      recordId: rowId,
      summary: `Saved the view “${input.name}”.`,
      after: input,
    });
    return rowId;
  });
  return readView(ctx, id);
}

/** Changes one's own view. */
export async function saveView(ctx: Context, id: string, input: ViewInput): Promise<SavedView> {
  requireMaySave(ctx, input);
  const rowId = await write(ctx, (tx) => {
    const before = requireOwnView(ctx, tx.connection, id);
    updateView(tx.connection, before.id, valuesOf(input), ctx.now);
    tx.audit({
      action: 'view.edit',
      entity: 'view',
      recordId: before.id,
      summary: `Changed the view “${input.name}”.`,
      before: viewView(ctx, before),
      after: input,
    });
    return before.id;
  });
  return readView(ctx, rowId);
}

/** Removes one's own view. */
export async function removeView(ctx: Context, id: string): Promise<void> {
  requireCan(ctx.actor, 'views.own');
  await write(ctx, (tx) => {
    const before = requireOwnView(ctx, tx.connection, id);
    deleteView(tx.connection, before.id);
    tx.audit({
      action: 'view.remove',
      entity: 'view',
      recordId: before.id,
      summary: `Removed the view “${before.name}”.`,
      before: viewView(ctx, before),
    });
  });
}

function requireMaySave(ctx: Context, input: ViewInput): void {
  requireCan(ctx.actor, 'views.own');
  if (input.isShared) requireCan(ctx.actor, 'views.share');
  if (ctx.actor.userId === null) throw appError('forbidden', 'A view belongs to a person.');
}

function valuesOf(input: ViewInput) {
  return {
    page: input.page,
    name: input.name,
    isShared: input.isShared ? 1 : 0,
    state: JSON.stringify(input.state),
  };
}

function readView(ctx: Context, rowId: number): SavedView {
  const row = findViewRow(store().connection, rowId);
  if (!row) throw appError('not_found', `There is no view "${toPublicId('view', rowId)}".`);
  return viewView(ctx, row);
}
