import 'server-only';
import { createHash } from 'node:crypto';
import type { Connection } from '#db/client.ts';
import {
  findMapping,
  insertMapping,
  listMappings,
  type MappingRow,
} from '#db/queries/imports/mapping-rows.ts';
import { store } from '#db/client.ts';
import { write } from '#db/write.ts';
import { type ImportOptions, type ImportOptionsInput, importOptionsSchema } from '#lib/imports/options.ts';
import type { Context } from '#lib/permissions/context.ts';
import { appError } from '#lib/shared/errors.ts';
import { parseInput } from '#lib/shared/parse-input.ts';
import { foldText } from '#lib/shared/text.ts';
import { z } from 'zod';
import { requireImportOf, requireImports } from './may-import.ts';

const input = z.strictObject({
  name: z.string().trim().min(1, 'Give the mapping a name.').max(120),
  options: importOptionsSchema,
});

export type SavedMapping = { id: string; name: string; entity: string; options: ImportOptions };

/** The same columns in any order have the same digest. */
export function headerDigest(columns: readonly string[]): string {
  const text = columns.map(foldText).sort().join('\n');
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

const publicId = (id: number) => `map_${id.toString(36)}`;

function toSaved(row: MappingRow): SavedMapping {
  return {
    id: publicId(row.id),
    name: row.name,
    entity: row.entity,
    options: importOptionsSchema.parse(JSON.parse(row.options)),
  };
}

/** Mappings saved for files with these columns, newest first. */
export function savedMappingsFor(
  connection: Connection,
  columns: readonly string[],
): { id: string; name: string }[] {
  return listMappings(connection, headerDigest(columns)).map((row) => ({
    id: publicId(row.id),
    name: row.name,
  }));
}

/** All saved mappings with their options. */
export function listImportMappings(ctx: Context): { items: SavedMapping[] } {
  requireImports(ctx);
  return { items: listMappings(store().connection, null).map(toSaved) };
}

export function getImportMapping(ctx: Context, id: string): SavedMapping {
  requireImports(ctx);
  const rowId = /^map_([0-9a-z]{1,10})$/.exec(id)?.[1];
  const row = rowId === undefined ? null : findMapping(store().connection, Number.parseInt(rowId, 36));
  if (!row) throw appError('not_found', `There is no saved mapping "${id}".`);
  return toSaved(row);
}

/** Keeps a mapping, to be offered again for files with the same columns. A saved one of the same name is replaced. */
export async function saveImportMapping(
  ctx: Context,
  given: { name: string; options: ImportOptionsInput },
): Promise<{ id: string; name: string }> {
  requireImports(ctx);
  const { name, options } = parseInput(input, given);
  requireImportOf(ctx, options.entity);
  const id = await write(ctx, ({ connection }) =>
    insertMapping(connection, {
      name,
      entity: options.entity,
      headerDigest: headerDigest(Object.keys(options.mapping)),
      options: JSON.stringify(options),
      userId: ctx.actor.userId,
      createdAt: ctx.now,
    }),
  );
  return { id: publicId(id), name };
}
