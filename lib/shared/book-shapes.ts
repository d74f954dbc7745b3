import { z } from 'zod';
import { slotSchema } from './plan-shapes.ts';
import { wireDay, wireInstant } from './wire-times.ts';

/** Somebody's own book and the letter about it, over the wire. Ids are public, amounts money. */
export const bookMeasures = ['potential', 'workload', 'accounts', 'pipeline'] as const;

export const bookSchema = z.object({
  rep: z.object({
    id: z.string(),
    name: z.string(),
    kind: z.enum(['rep', 'pool']),
    role: z.string().nullable(),
  }),
  isOwn: z.boolean(),
  asOf: wireInstant,
  /** People in the same role, themselves included. */
  team: z.number(),
  measures: z.array(
    z.object({
      key: z.enum(bookMeasures),
      own: z.number(),
      /** Null where the team is too small to have one without telling what a single person has. */
      median: z.number().nullable(),
      /** Touches a month that one can do, accounts one may hold; null where there is no limit. */
      limit: z.number().nullable(),
    }),
  ),
  potentialUnknown: z.number(),
  quarters: z.array(
    z.object({
      fromOn: wireDay,
      toOn: wireDay,
      ownAmount: z.number(),
      medianAmount: z.number().nullable(),
    }),
  ),
  accounts: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      city: z.string().nullable(),
      country: z.string().nullable(),
      tier: z.string().nullable(),
      slot: slotSchema,
      sinceAt: wireInstant,
      reason: z.string().nullable(),
      potentialAmount: z.number().nullable(),
      workloadTouches: z.number(),
      pipelineAmount: z.number(),
    }),
  ),
  moves: z.array(
    z.object({
      at: wireInstant,
      change: z.enum(['came', 'went']),
      accountId: z.string(),
      accountName: z.string(),
      slot: slotSchema,
      otherName: z.string().nullable(),
      reason: z.string().nullable(),
      planNumber: z.number().nullable(),
      by: z.string().nullable(),
    }),
  ),
});
export type Book = z.output<typeof bookSchema>;

const letterAccount = z.object({
  id: z.string(),
  crmId: z.string().nullable(),
  name: z.string(),
  place: z.string().nullable(),
  tier: z.string().nullable(),
  territory: z.string().nullable().describe('Where the published plan puts it; null = in no territory.'),
  slot: slotSchema,
  /** Whom it came from or went to; null = nobody, or it stayed. */
  otherName: z.string().nullable(),
  reason: z.string().nullable(),
});
export type LetterAccount = z.output<typeof letterAccount>;

export const letterQuerySchema = z.object({
  version: z.coerce.number().int().min(1).optional().describe('Of the plan; left out = the one in force.'),
});

export const letterSchema = z.object({
  rep: z.object({ id: z.string(), name: z.string(), role: z.string().nullable() }),
  manager: z.object({ name: z.string(), email: z.string().nullable() }).nullable(),
  plan: z
    .object({
      name: z.string(),
      number: z.number(),
      note: z.string().nullable(),
      effectiveAt: wireInstant,
      isInForce: z.boolean(),
    })
    .nullable(),
  versions: z.array(z.number()).describe('Versions that a letter can be about, the latest first.'),
  sinceAt: wireInstant.describe('What changed is told from here on.'),
  asOf: wireInstant,
  accounts: z.array(letterAccount.extend({ isNew: z.boolean() })),
  came: z.array(letterAccount),
  went: z.array(letterAccount),
  holdovers: z.array(
    z.object({
      accountId: z.string(),
      accountName: z.string(),
      dealName: z.string().nullable(),
      repName: z.string(),
      isOwn: z
        .boolean()
        .describe('The reader keeps the deal; else somebody else does, on the reader’s account.'),
      untilOn: wireDay.nullable(),
      reason: z.string().nullable(),
    }),
  ),
});
export type Letter = z.output<typeof letterSchema>;
