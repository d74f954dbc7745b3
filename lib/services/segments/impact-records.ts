import { store } from '#db/client.ts';
import { hydrateAccounts } from '#db/queries/accounts/hydrate-accounts.ts';
import { hydrateContacts } from '#db/queries/contacts/hydrate-contacts.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { parsePublicId } from '#lib/shared/ids.ts';
import type { ImpactQuery, ImpactRecords } from '#lib/shared/segment-queries.ts';
import { heavyRead } from '#workers/reads/host.ts';
import { byName, draftDifference } from './draft-difference.ts';
import { requireSegment } from './segment-view.ts';

/** `none` → null; an id that names nothing → 0, which no record has. */
function rowIdOf(id: string, kinds: readonly ('tier' | 'rep' | 'pool')[]): number | null {
  if (id === 'none') return null;
  return kinds.map((kind) => parsePublicId(kind, id)).find((rowId) => rowId !== null) ?? 0;
}

/**
 * A page of those whom publishing the draft would bring in or lose, by name; of accounts only those of one tier, of one
 * owner, or with an open deal when asked. Throws as `publishImpact` does.
 */
export async function impactRecords(ctx: Context, id: string, query: ImpactQuery): Promise<ImpactRecords> {
  requireCan(ctx.actor, 'segments.read');
  const { connection } = store();
  const row = requireSegment(connection, id);
  const difference = await draftDifference(ctx, row);
  const all = difference[query.side];
  const isNarrowed = query.tier !== undefined || query.owner !== undefined || query.hasOpenDeal === true;
  const wanted =
    row.entity === 'account' && isNarrowed
      ? await heavyRead('impactPart', {
          accountIds: all,
          ...(query.tier === undefined ? {} : { tierId: rowIdOf(query.tier, ['tier']) }),
          ...(query.owner === undefined ? {} : { ownerId: rowIdOf(query.owner, ['rep', 'pool']) }),
          hasOpenDeal: query.hasOpenDeal ?? false,
        })
      : all;
  const limit = query.limit ?? 100;
  const offset = Number(query.cursor ?? 0);
  const ids = await byName(row, difference, wanted, limit, offset);
  const next = offset + limit;
  return {
    count: wanted.length,
    items:
      row.entity === 'contact' ? hydrateContacts(connection, ids) : hydrateAccounts(connection, ids, ctx.now),
    nextCursor: next < wanted.length ? String(next) : null,
  };
}
