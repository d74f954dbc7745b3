import { store } from '#db/client.ts';
import { listOwners } from '#db/queries/segments/segment-owner.ts';
import { listSegmentRows } from '#db/queries/segments/segment-rows.ts';
import { listTierRows } from '#db/queries/tiers/tier-rows.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { toPublicId, toRowId } from '#lib/shared/ids.ts';

type Choice = { id: string; name: string };
export type DetailsChoices = { owners: Choice[]; parents: Choice[]; tiers: Choice[] };

/** Who may own a segment, what it may stand below (never itself or its own parts), and which tier it may give. */
export function detailsChoices(ctx: Context, id: string): DetailsChoices {
  requireCan(ctx.actor, 'segments.read');
  const { connection } = store();
  const rows = listSegmentRows(connection);
  const below = new Set([toRowId('segment', id)]);
  for (let size = 0; size !== below.size; ) {
    size = below.size;
    for (const row of rows) if (row.parentId !== null && below.has(row.parentId)) below.add(row.id);
  }
  const choice = (kind: 'user' | 'segment' | 'tier') => (row: { id: number; name: string }) => ({
    id: toPublicId(kind, row.id),
    name: row.name,
  });
  return {
    owners: listOwners(connection).map(choice('user')),
    parents: rows.filter((row) => !below.has(row.id)).map(choice('segment')),
    tiers: listTierRows(connection).map(choice('tier')),
  };
}
