import 'server-only';
import { store } from '#db/client.ts';
import { listImportRows } from '#db/queries/imports/import-rows.ts';
import { readEnv } from '#lib/env.ts';
import type { ImportView } from '#lib/imports/import-view.ts';
import type { Context } from '#lib/permissions/context.ts';
import { parsePublicId } from '#lib/shared/ids.ts';
import { importView } from './import-views.ts';
import { importRight, requireImports } from './may-import.ts';

/** Imports, newest first; the own ones for those who may import reps alone. The cursor is the id of the last one of the page before. */
export function listImports(
  ctx: Context,
  { limit = 50, cursor = null }: { limit?: number; cursor?: string | null } = {},
): { items: ImportView[]; nextCursor: string | null } {
  requireImports(ctx);
  const own = importRight(ctx.actor) === 'everything' ? null : ctx.actor.userId;
  const size = Math.min(Math.max(limit, 1), 200);
  const before = cursor === null ? null : parsePublicId('import', cursor);
  const rows = listImportRows(store().connection, size + 1, before, own);
  const items = rows.slice(0, size).map(importView);
  return { items, nextCursor: rows.length > size ? (items.at(-1)?.id ?? null) : null };
}

/** Largest file that this installation takes, in bytes. */
export function uploadLimit(): number {
  return readEnv().maxUploadBytes;
}
