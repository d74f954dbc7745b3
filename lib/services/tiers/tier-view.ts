import type { Connection } from '#db/client.ts';
import { findTier as findTierRow, type TierRow, type TierValues } from '#db/queries/tiers/tier-rows.ts';
import type { RootEntity } from '#lib/rules/ast.ts';
import { appError } from '#lib/shared/errors.ts';
import { toPublicId, toRowId } from '#lib/shared/ids.ts';
import type { Tier, TierInput } from '#lib/shared/tier-shapes.ts';

/** A stored tier as it leaves the service, without figures. */
export function tierView(row: TierRow): Omit<Tier, 'accounts' | 'ownAccounts' | 'segments'> {
  const { id, channelMix, createdAt: _createdAt, ...rest } = row;
  return {
    ...rest,
    id: toPublicId('tier', id),
    channelMix: JSON.parse(channelMix) as Tier['channelMix'],
  };
}

export function tierValues(input: TierInput): TierValues {
  return { ...input, channelMix: JSON.stringify(input.channelMix) };
}

/** The tier with this public id; throws `not_found`, and for an archived one says so unless asked for. */
export function requireTier(
  connection: Connection,
  publicId: string,
  options: { archived?: boolean } = {},
): TierRow {
  const row = findTierRow(connection, toRowId('tier', publicId));
  if (!row) throw appError('not_found', `There is no tier "${publicId}".`);
  if (row.archivedAt !== null && !options.archived) {
    throw appError('invalid', `The tier "${row.name}" is archived. Restore it before you use it.`);
  }
  return row;
}

/** Throws `invalid` where a segment of contacts is to give a tier: only accounts have one. */
export function requireTierable(segment: { name: string; entity: RootEntity }): void {
  if (segment.entity === 'account') return;
  throw appError('invalid', `"${segment.name}" is a segment of contacts; only accounts have a tier.`);
}
