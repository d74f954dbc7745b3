import type { TierInput } from '#lib/shared/tier-shapes.ts';

/** Key of the rule template whose classes these tiers belong to. */
export const startingModelKey = 'sizeModel';

/**
 * The tiers of the model that the product ships, by the name of the class that gives them: touches a month, who works
 * it and how many accounts a rep holds come from the field's usual Enterprise / Mid-Market / SMB coverage.
 */
export const startingTiers: Readonly<Record<string, TierInput>> = {
  Enterprise: {
    name: 'Tier 1',
    description: 'Strategic. Field sales.',
    rank: 1,
    touchesFrom: 6,
    touchesTo: 12,
    channelMix: { email: 0.3, call: 0.3, social: 0.15, in_person: 0.25 },
    responseSlaHours: 4,
    maxAccountsPerRep: 20,
    workedBy: 'Enterprise AE',
  },
  'Mid-Market': {
    name: 'Tier 2',
    description: 'Core. Inside sales.',
    rank: 2,
    touchesFrom: 3,
    touchesTo: 6,
    channelMix: { email: 0.4, call: 0.4, social: 0.2 },
    responseSlaHours: 8,
    maxAccountsPerRep: 50,
    workedBy: 'Mid-market AE',
  },
  SMB: {
    name: 'Tier 3',
    description: 'Expansion. Product-led.',
    rank: 3,
    touchesFrom: 1,
    touchesTo: 3,
    channelMix: { email: 0.7, call: 0.2, social: 0.1 },
    responseSlaHours: 24,
    maxAccountsPerRep: null,
    workedBy: 'SDR/AE pool',
  },
};
