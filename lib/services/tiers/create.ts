import { store } from '#db/client.ts';
import { insertTier, listTierRows } from '#db/queries/tiers/tier-rows.ts';
import { type Tx, write } from '#db/write.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { appError } from '#lib/shared/errors.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import { foldText } from '#lib/shared/text.ts';
import type { Tier, TierInput } from '#lib/shared/tier-shapes.ts';
import { getTier } from './list.ts';
import { tierValues } from './tier-view.ts';

/** Refuses a name that another tier in force has. */
export function requireFreeTierName(name: string, exceptId: number | null): void {
  const taken = listTierRows(store().connection).find(
    (tier) => tier.id !== exceptId && foldText(tier.name) === foldText(name),
  );
  if (!taken) return;
  const message = `There is already a tier named "${taken.name}".`;
  throw appError('invalid', message, { issues: [{ path: '/name', code: 'name_taken', message }] });
}

/** Adds a tier within the caller's write; returns its row id. */
export function addTier(tx: Tx, input: TierInput, now: number): number {
  const id = insertTier(tx.connection, tierValues(input), now);
  tx.audit({
    action: 'tier.create',
    entity: 'tier',
    recordId: id,
    summary: `Created the tier "${input.name}".`,
    after: input,
  });
  tx.changed({ entity: 'tier', recordId: id, op: 'create' });
  return id;
}

/** Creates a tier; throws `invalid` when its name is taken. */
export async function createTier(ctx: Context, input: TierInput): Promise<Tier> {
  requireCan(ctx.actor, 'tiers.edit');
  requireFreeTierName(input.name, null);
  const id = await write(ctx, (tx) => addTier(tx, input, ctx.now));
  return getTier(ctx, toPublicId('tier', id));
}
