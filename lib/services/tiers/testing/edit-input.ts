import { type Tier, type TierInput, tierInput } from '#lib/shared/tier-shapes.ts';

/** What a form would send for a tier with some values changed. */
export function edit(tier: Tier, changes: Partial<TierInput>): TierInput {
  const { name, description, rank, touchesFrom, touchesTo, channelMix, workedBy } = tier;
  const { responseSlaHours, maxAccountsPerRep } = tier;
  return tierInput.parse({
    ...{ name, description, rank, touchesFrom, touchesTo, channelMix, workedBy },
    ...{ responseSlaHours, maxAccountsPerRep },
    ...changes,
  });
}
