import { store } from '#db/client.ts';
import { findSegmentByName } from '#db/queries/segments/segment-rows.ts';
import { listTierRows } from '#db/queries/tiers/tier-rows.ts';
import { type Tx, write } from '#db/write.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { startingModelKey, startingTiers } from '#lib/scoring/model-template.ts';
import { addSegment } from '#lib/services/segments/add-segment.ts';
import { buildTemplate } from '#lib/services/segments/from-template.ts';
import { publishSegment } from '#lib/services/segments/publish.ts';
import { appError } from '#lib/shared/errors.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import { foldText } from '#lib/shared/text.ts';
import type { TierInput } from '#lib/shared/tier-shapes.ts';
import { addTier } from './create.ts';

export type AppliedModel = {
  segments: { id: string; name: string; jobId: string }[];
  tiersCreated: string[];
};

/** The tier that a class gives: the one in force with its name or rank, else a new one. */
function tierFor(tx: Tx, given: TierInput, now: number, created: string[]): number {
  const tiers = listTierRows(tx.connection);
  const found =
    tiers.find((tier) => foldText(tier.name) === foldText(given.name)) ??
    tiers.find((tier) => tier.rank === given.rank);
  if (found) return found.id;
  created.push(given.name);
  return addTier(tx, given, now);
}

/**
 * Applies the starting model in one step: Enterprise, Mid-Market and SMB as published segments, each giving its tier;
 * tiers that exist are used, missing ones made. Throws `invalid` when a segment already has one of the names.
 */
export async function applyModel(ctx: Context): Promise<AppliedModel> {
  requireCan(ctx.actor, 'tiers.edit');
  requireCan(ctx.actor, 'segments.publish');
  const { connection } = store();
  const model = buildTemplate(ctx, connection, startingModelKey);
  const taken = model.filter(({ name }) => findSegmentByName(connection, foldText(name)) !== null);
  if (taken.length > 0) {
    const names = taken.map(({ name }) => `"${name}"`).join(', ');
    throw appError('invalid', `There are already segments named ${names}. Rename or remove them first.`);
  }
  const tiersCreated: string[] = [];
  const ids = await write(ctx, (tx) =>
    model.map((given) => {
      const tier = startingTiers[given.name];
      const tierId = tier ? tierFor(tx, tier, ctx.now, tiersCreated) : null;
      const id = addSegment(
        tx,
        {
          name: given.name,
          description: given.description,
          entity: 'account',
          parentId: null,
          ownerUserId: ctx.actor.userId,
          tierId,
          draft: JSON.stringify(given.draft),
        },
        ctx.now,
      );
      return { id, name: given.name };
    }),
  );
  const segments: AppliedModel['segments'] = [];
  for (const { id, name } of ids) {
    const publicId = toPublicId('segment', id);
    const { jobId } = await publishSegment(ctx, publicId, { note: 'From the starting model' });
    segments.push({ id: publicId, name, jobId });
  }
  return { segments, tiersCreated };
}
