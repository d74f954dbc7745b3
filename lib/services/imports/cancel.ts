import 'server-only';
import { patchImport } from '#db/queries/imports/import-rows.ts';
import { write } from '#db/write.ts';
import type { Context } from '#lib/permissions/context.ts';
import { appError } from '#lib/shared/errors.ts';
import { wakeImports } from '#workers/import/host.ts';
import { loadImport } from './load-import.ts';

/** Stops an import. One that is being applied ends after its batch, and what it wrote is taken back. */
export async function cancelImport(ctx: Context, id: string): Promise<void> {
  const row = loadImport(ctx, id);
  const isWaiting = row.status === 'checked' || row.status === 'failed';
  if (!isWaiting && !['pending', 'checking', 'applying'].includes(row.status)) {
    throw appError('conflict', `This import is ${row.status}; there is nothing to stop.`);
  }
  await write(ctx, ({ connection }) => {
    patchImport(
      connection,
      row.id,
      isWaiting ? { status: 'cancelled', finishedAt: ctx.now } : { isCancelRequested: 1 },
    );
  });
  wakeImports();
}
