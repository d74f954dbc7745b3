import 'server-only';
import { patchImport } from '#db/queries/imports/import-rows.ts';
import { write } from '#db/write.ts';
import type { Context } from '#lib/permissions/context.ts';
import { appError } from '#lib/shared/errors.ts';
import { wakeImports } from '#workers/import/host.ts';
import { loadImport } from './load-import.ts';
import { requireImportOf } from './may-import.ts';

/** Takes a completed import back, in the background. What was worked on since stays and is listed. */
export async function undoImport(ctx: Context, id: string): Promise<void> {
  const row = loadImport(ctx, id);
  requireImportOf(ctx, row.entity);
  if (row.kind === 'demo') throw appError('conflict', 'The demo data is removed in Settings.');
  if (row.status !== 'completed')
    throw appError('conflict', `Only a completed import can be undone; this one is ${row.status}.`);
  await write(ctx, ({ connection }) => {
    patchImport(connection, row.id, { status: 'applying', isCancelRequested: 1 });
  });
  wakeImports();
}
