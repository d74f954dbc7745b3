import { z } from 'zod';
import { slotSchema } from './plan-shapes.ts';
import { wireInstant } from './wire-times.ts';

/** What people ask for about who holds an account, over the wire. Ids are public, shares 1 = an even share. */
export const requestKinds = ['want', 'give', 'other'] as const;
export type RequestKind = (typeof requestKinds)[number];

const named = z.object({ id: z.string(), name: z.string() });

/** `POST /account-requests`. */
export const requestInputSchema = z.strictObject({
  accountId: z.string(),
  slot: slotSchema.default('ae'),
  kind: z
    .enum(requestKinds)
    .describe('I want it; somebody else should have it; something else about who holds it.'),
  toRepId: z
    .string()
    .nullable()
    .default(null)
    .describe('Who is to have it; null = whoever decides chooses. Not for `want`: that is yourself.'),
  reason: z
    .string()
    .trim()
    .min(3, 'Say why: whoever decides reads it.')
    .max(1_000, 'At most 1,000 characters.'),
});
export type RequestInput = z.output<typeof requestInputSchema>;

export const accountRequestSchema = z.object({
  id: z.string(),
  account: named,
  slot: slotSchema,
  kind: z.enum(requestKinds),
  from: named.nullable().describe('Who held it when this was asked; null = nobody.'),
  to: named.nullable().describe('Who is to have it; null = whoever decides chooses.'),
  reason: z.string(),
  status: z.enum(['open', 'accepted', 'refused', 'withdrawn']),
  askedBy: z.string().nullable(),
  askedAt: wireInstant,
  decidedBy: z.string().nullable(),
  decidedAt: wireInstant.nullable(),
  answer: z.string().nullable(),
  givenTo: named.nullable().describe('Who got it, when it was accepted.'),
  version: z.number(),
  isOwn: z.boolean().describe('Asked by whoever reads this.'),
  staleSentence: z.string().nullable().describe('Why it can no longer be accepted as it was asked.'),
  noDecision: z.string().nullable().describe('Why whoever reads this may not decide it; null = may.'),
});
export type AccountRequest = z.output<typeof accountRequestSchema>;

/** `GET /account-requests`: those one may decide, or with `mine` those one asked for. */
export const requestsQuerySchema = z.object({
  status: z.enum(['open', 'decided', 'all']).default('open'),
  mine: z
    .enum(['true', 'false'])
    .default('false')
    .transform((text) => text === 'true'),
  account: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(500).default(200),
});
export type RequestsQuery = z.output<typeof requestsQuerySchema>;

export const accountRequestsSchema = z.object({
  items: z.array(accountRequestSchema),
  nextCursor: z.null(),
});

/** `POST /account-requests/{id}/accept`. */
export const acceptRequestSchema = z.strictObject({
  toRepId: z.string().optional().describe('Who gets it, where the request leaves that open.'),
  answer: z.string().trim().max(1_000).nullable().default(null),
});
export type AcceptRequest = z.output<typeof acceptRequestSchema>;

export const refuseRequestSchema = z.strictObject({
  answer: z.string().trim().min(3, 'Say why not: whoever asked reads it.').max(1_000),
});

/** `GET /account-requests/choices`: what can be asked about one account. */
export const choicesQuerySchema = z.object({ account: z.string() });
export const requestChoicesSchema = z.object({
  account: named,
  /** Slot of whoever asks, by their role. */
  slot: slotSchema,
  slots: z.array(
    z.object({
      slot: slotSchema,
      holder: named.nullable(),
      isOwn: z.boolean().describe('Held by whoever asks, or by a pool they share.'),
    }),
  ),
  mayWant: z.boolean().describe('Whoever asks is linked with a rep, who could have it.'),
  colleagues: z.array(named.extend({ role: z.string().nullable() })),
});
export type RequestChoices = z.output<typeof requestChoicesSchema>;

/** `GET /account-requests/free-accounts`: accounts that nobody holds, by name. */
export const freeAccountsQuerySchema = z.object({ q: z.string().trim().max(200).default('') });
export const freeAccountsSchema = z.object({
  items: z.array(named.extend({ city: z.string().nullable(), country: z.string().nullable() })),
  nextCursor: z.null(),
});

const bookFigures = z.object({
  accounts: z.number(),
  potentialAmount: z.number(),
  potentialUnknown: z.number(),
  workloadTouches: z.number(),
  pipelineAmount: z.number(),
});
const bookShares = z.object({
  accounts: z.number().nullable(),
  potential: z.number().nullable(),
  workload: z.number().nullable(),
  pipeline: z.number().nullable(),
});

/** `GET /account-requests/{id}/effect`: both books now and after it. */
export const effectQuerySchema = z.object({ toRepId: z.string().optional() });
export const requestEffectSchema = z.object({
  books: z.array(
    z.object({
      repId: z.string(),
      name: z.string(),
      kind: z.enum(['rep', 'pool']),
      capacityTouches: z.number().nullable(),
      maxAccounts: z.number().nullable(),
      before: bookFigures,
      after: bookFigures,
      /** Against an even share of the slot, weighted by ramp; null for pools and alone in a slot. */
      shareBefore: bookShares,
      shareAfter: bookShares,
    }),
  ),
  toleranceRate: z.number(),
  outside: z.number().describe('Books it touches that whoever reads this may not see.'),
  isLocked: z.boolean().describe('The account is locked to its holder; accepting moves the lock along.'),
});
export type RequestEffect = z.output<typeof requestEffectSchema>;
