import 'server-only';
import { patchImport } from '#db/queries/imports/import-rows.ts';
import { write } from '#db/write.ts';
import type { Context } from '#lib/permissions/context.ts';
import { appError } from '#lib/shared/errors.ts';
import { wakeImports } from '#workers/import/host.ts';
import { readReport } from './build-report.ts';
import { loadImport } from './load-import.ts';
import { requireImportOf } from './may-import.ts';

/** Starts writing a checked import, in the background. Throws `conflict` unless it is checked, `invalid` while its mapping has faults or its file no rows. */
export async function applyImportLater(ctx: Context, id: string): Promise<void> {
  const row = loadImport(ctx, id);
  requireImportOf(ctx, row.entity);
  if (row.status !== 'checked') {
    throw appError('conflict', `Only a checked file can be applied; this one is ${row.status}.`);
  }
  const issues = readReport(row.report)?.issues ?? [];
  if (issues[0]) {
    const isOfFile = issues[0].path === '/file';
    const message = isOfFile ? issues[0].message : 'The mapping has faults. Mend them first.';
    throw appError('invalid', message, { issues });
  }
  await write(ctx, ({ connection }) => {
    patchImport(connection, row.id, {
      status: 'applying',
      rowsApplied: 0,
      isCancelRequested: 0,
      startedAt: ctx.now,
      finishedAt: null,
    });
  });
  wakeImports();
}
