import 'server-only';
import { store } from '#db/client.ts';
import { insertImport } from '#db/queries/imports/import-rows.ts';
import { write } from '#db/write.ts';
import { type ImportOptionsInput, importOptionsSchema } from '#lib/imports/options.ts';
import type { Context } from '#lib/permissions/context.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import { parseInput } from '#lib/shared/parse-input.ts';
import { wakeImports } from '#workers/import/host.ts';
import { requireImportOf, requireImports } from './may-import.ts';
import type { StoredUpload } from './store-upload.ts';

/**
 * Takes an uploaded file in: it is sniffed and checked in the background. Without options they are guessed from the
 * file; with `dryRun: false` it is applied right after a check without faults.
 */
export async function createImport(
  ctx: Context,
  given: { fileName: string; upload: StoredUpload; options?: ImportOptionsInput | undefined },
): Promise<{ id: string }> {
  requireImports(ctx);
  const options = given.options === undefined ? null : parseInput(importOptionsSchema, given.options);
  if (options?.dryRun === false) requireImportOf(ctx, options.entity);
  const fileName = given.fileName.replace(/^.*[\\/]/, '').slice(0, 200) || 'file.csv';
  const id = await write(
    ctx,
    (tx) => {
      const made = insertImport(tx.connection, {
        fileName,
        filePath: given.upload.filePath,
        fileBytes: given.upload.bytes,
        options: options === null ? null : JSON.stringify(options),
        userId: ctx.actor.userId,
        createdAt: ctx.now,
      });
      tx.audit({
        action: 'import.create',
        entity: 'import',
        recordId: made,
        summary: `Uploaded ${fileName}.`,
      });
      return made;
    },
    store(),
  );
  wakeImports();
  return { id: toPublicId('import', id) };
}
