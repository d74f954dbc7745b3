import { store } from '#db/client.ts';
import { findAccountInScope } from '#db/queries/accounts/scope-filter.ts';
import { findSegment } from '#db/queries/segments/segment-rows.ts';
import { openTierSince, tierCandidates } from '#db/queries/tiers/account-tiers.ts';
import { findTier } from '#db/queries/tiers/tier-rows.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { scopeOf } from '#lib/permissions/scope.ts';
import type { TierSource } from '#lib/scoring/account-tier.ts';
import { appError } from '#lib/shared/errors.ts';
import { toPublicId, toRowId } from '#lib/shared/ids.ts';
import type { TierExplanation } from '#lib/shared/tier-shapes.ts';
import { decideTiers } from './effective-tiers.ts';

/** Which tier an account has and what gave it, and the tiers that lost. Throws `not_found`, `forbidden`. */
export function explainTier(ctx: Context, accountId: string): TierExplanation {
  requireCan(ctx.actor, 'tiers.read');
  const { connection } = store();
  const rowId = toRowId('account', accountId);
  const account = findAccountInScope(connection, scopeOf(ctx.actor), rowId);
  if (!account) throw appError('not_found', `There is no account "${accountId}".`);
  if (!account.isInScope) throw appError('forbidden', `"${account.name}" is not in your book.`);
  const decision = decideTiers(tierCandidates(connection, [rowId])).get(rowId);
  if (!decision) return { winner: null, losing: [], sinceAt: null };
  const { losing, ...winner } = decision;
  return {
    winner: named(winner),
    losing: losing.map(named),
    sinceAt: openTierSince(connection, rowId, winner.tierId),
  };

  function named(source: TierSource): TierExplanation['losing'][number] {
    const tier = findTier(connection, source.tierId);
    const segment = source.segmentId === null ? null : findSegment(connection, source.segmentId);
    return {
      tier: { id: toPublicId('tier', source.tierId), name: tier?.name ?? '', rank: tier?.rank ?? 0 },
      cause: source.cause,
      segment: segment && { id: toPublicId('segment', segment.id), name: segment.name },
    };
  }
}
