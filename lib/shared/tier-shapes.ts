import { z } from 'zod';
import { activityChannels } from './activity-words.ts';
import { wireInstant } from './wire-times.ts';

/** What the tiers part of the API takes and answers, shared by handlers, pages and OpenAPI. */

const SHARE_TOLERANCE = 0.001;

export const tierInput = z
  .strictObject({
    name: z.string().trim().min(1, 'Give the tier a name.').max(80),
    description: z.string().trim().max(500).nullable().default(null),
    rank: z.number().int().min(1).max(99),
    touchesFrom: z.number().min(0, 'Touches a month cannot be negative.').max(1000),
    touchesTo: z.number().min(0).max(1000),
    channelMix: z
      .partialRecord(z.enum(activityChannels), z.number().min(0).max(1))
      .describe('Share of the touches by channel, 0–1; the shares add up to 1.'),
    responseSlaHours: z
      .number()
      .positive('An answer time is more than 0 hours.')
      .max(8760)
      .nullable()
      .default(null),
    maxAccountsPerRep: z.number().int().min(1).max(100_000).nullable().default(null),
    workedBy: z.string().trim().max(120).nullable().default(null),
  })
  .superRefine((tier, issues) => {
    if (tier.touchesTo < tier.touchesFrom) {
      issues.addIssue({
        code: 'custom',
        path: ['touchesTo'],
        message: `Touches a month need their lower number first (got ${tier.touchesFrom} and ${tier.touchesTo}).`,
      });
    }
    const sum = Object.values(tier.channelMix).reduce((total, share) => total + (share ?? 0), 0);
    if (Math.abs(sum - 1) > SHARE_TOLERANCE) {
      issues.addIssue({
        code: 'custom',
        path: ['channelMix'],
        message: `The channel shares must add up to 100 % (they add up to ${Math.round(sum * 100)} %).`,
      });
    }
  });

export type TierInput = z.output<typeof tierInput>;

export const tierShape = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string().nullable(),
  rank: z.number(),
  touchesFrom: z.number(),
  touchesTo: z.number(),
  channelMix: z.partialRecord(z.enum(activityChannels), z.number()),
  responseSlaHours: z.number().nullable(),
  maxAccountsPerRep: z.number().nullable(),
  workedBy: z.string().nullable(),
  version: z.number(),
  updatedAt: wireInstant,
  archivedAt: wireInstant.nullable(),
  accounts: z.number().describe('Accounts that have it now, within your scope.'),
  ownAccounts: z.number().describe('How many of them by their own setting.'),
  segments: z.array(z.object({ id: z.string(), name: z.string(), status: z.string() })),
});

export type Tier = z.output<typeof tierShape>;

export const tierListShape = z.object({
  items: z.array(tierShape),
  nextCursor: z.null(),
  totalAccounts: z.number(),
  withoutTier: z.number(),
});

export type TierList = z.output<typeof tierListShape>;

export const tierBriefShape = z.object({ id: z.string(), name: z.string(), rank: z.number() });
const segmentBriefShape = z.object({ id: z.string(), name: z.string() });

const tierSourceShape = z.object({
  tier: tierBriefShape,
  cause: z.enum(['account', 'segment']),
  segment: segmentBriefShape.nullable(),
});

export const tierExplanationShape = z.object({
  winner: tierSourceShape.nullable(),
  losing: z.array(tierSourceShape),
  sinceAt: wireInstant.nullable(),
});

export type TierExplanation = z.output<typeof tierExplanationShape>;

export const accountTierInput = z.strictObject({
  tierId: z.string().nullable().describe('null = take the own tier away again.'),
  reason: z.string().trim().max(500).optional(),
});

export const assignTiersInput = z.strictObject({
  accountIds: z.array(z.string()).min(1, 'Choose at least one account.').max(10_000),
  tierId: z.string().nullable().describe('null = take the own tier away again.'),
  ifTierId: z
    .string()
    .nullable()
    .optional()
    .describe('Only accounts whose own tier is this one now (null = none); the others stay as they are.'),
  reason: z.string().trim().max(500).optional(),
});

export const assignedTiersShape = z.object({
  changed: z.number(),
  before: z
    .array(z.object({ tierId: z.string().nullable(), accountIds: z.array(z.string()) }))
    .describe('The own tiers that the changed accounts had.'),
});
