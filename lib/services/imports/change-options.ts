import 'server-only';
import { patchImport } from '#db/queries/imports/import-rows.ts';
import { write } from '#db/write.ts';
import { type ImportOptionsInput, importOptionsSchema } from '#lib/imports/options.ts';
import type { Context } from '#lib/permissions/context.ts';
import { appError } from '#lib/shared/errors.ts';
import { parseInput } from '#lib/shared/parse-input.ts';
import { wakeImports } from '#workers/import/host.ts';
import { loadImport } from './load-import.ts';

/** Other options for a file that is not applied yet: it is checked again. Throws `conflict` once it is applied. */
export async function changeImportOptions(
  ctx: Context,
  id: string,
  input: ImportOptionsInput,
): Promise<void> {
  const row = loadImport(ctx, id);
  const options = parseInput(importOptionsSchema, input);
  if (!['pending', 'checking', 'checked', 'failed', 'cancelled'].includes(row.status) || !row.filePath) {
    throw appError(
      'conflict',
      'This file is applied already. Upload it again to import it with another mapping.',
    );
  }
  if (row.status === 'checking')
    throw appError('conflict', 'The file is being checked. Wait until that is done.');
  await write(ctx, ({ connection }) => {
    patchImport(connection, row.id, {
      status: 'checking',
      entity: options.entity,
      options: JSON.stringify({ ...options, dryRun: true }),
      isCancelRequested: 0,
      failureReason: null,
      finishedAt: null,
      rowsApplied: 0,
    });
  });
  wakeImports();
}
