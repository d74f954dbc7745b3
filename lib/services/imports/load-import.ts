import 'server-only';
import { store } from '#db/client.ts';
import { findImport, type ImportRow } from '#db/queries/imports/import-rows.ts';
import type { Context } from '#lib/permissions/context.ts';
import { appError } from '#lib/shared/errors.ts';
import { toRowId } from '#lib/shared/ids.ts';
import { requireImports, seesImportOf } from './may-import.ts';

/** The import of a public id, for people who may import. Throws `not_found`. */
export function loadImport(ctx: Context, id: string): ImportRow {
  requireImports(ctx);
  const row = findImport(store().connection, toRowId('import', id));
  if (!row || !seesImportOf(ctx, row.userId)) throw appError('not_found', `There is no import "${id}".`);
  return row;
}
