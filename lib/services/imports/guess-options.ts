import 'server-only';
import { store } from '#db/client.ts';
import { loadCatalog } from '#db/queries/catalog/load-catalog.ts';
import { guessForEntityComplete } from '#lib/imports/guess-entity.ts';
import { guessedOptions } from '#lib/imports/guessed-options.ts';
import { type ImportEntity, importFields } from '#lib/imports/import-fields.ts';
import { type ImportOptions, importOptionsSchema } from '#lib/imports/options.ts';
import type { Context } from '#lib/permissions/context.ts';
import { appError } from '#lib/shared/errors.ts';
import { factsOf } from './facts.ts';
import { loadImport } from './load-import.ts';

/** The mapping that is guessed when the rows of a file are taken for another kind of record. */
export async function guessOptions(ctx: Context, id: string, entity: ImportEntity): Promise<ImportOptions> {
  const row = loadImport(ctx, id);
  if (!row.sniffed || !row.options) throw appError('conflict', 'The file is not read yet.');
  const { encoding, delimiter } = importOptionsSchema.parse(JSON.parse(row.options ?? '{}'));
  const facts = await factsOf(row, { encoding, delimiter });
  const fields = importFields(loadCatalog(store().connection), entity);
  const guess = guessForEntityComplete(entity, facts.columns, fields);
  return importOptionsSchema.parse({ ...guessedOptions(guess, facts.columns), encoding, delimiter });
}
