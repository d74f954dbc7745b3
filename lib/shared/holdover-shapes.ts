import { z } from 'zod';
import { slotSchema } from './plan-shapes.ts';
import { wireDay, wireInstant } from './wire-times.ts';

/** Open deals that stay with their former owner when an account moves. */
const flag = z
  .enum(['true', 'false'])
  .transform((value) => value === 'true')
  .optional();
const untilOn = wireDay.nullable().describe('Last day; null = until the deal is won or lost.');
const reason = z.string().trim().max(500).nullable();
const person = z.object({ id: z.string(), name: z.string() });

/** Which of the moving deals are meant. */
export const movingDealFilter = z.object({
  stage: z.string().optional(),
  minAmount: z.coerce.number().min(0).optional(),
  late: flag.describe('Only deals in late stages: likely to close, or in the last third of their pipeline.'),
  kept: flag,
  rep: z.string().optional().describe('Former or next owner.'),
  slot: slotSchema.optional(),
});
export const movingDealQuery = movingDealFilter.extend({
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});
export type MovingDealFilter = z.output<typeof movingDealFilter>;
export type MovingDealQuery = z.output<typeof movingDealQuery>;

export const movingDealShape = z.object({
  id: z.string(),
  name: z.string().nullable(),
  accountId: z.string(),
  accountName: z.string(),
  stage: z.string(),
  isLate: z.boolean(),
  amount: z.number().nullable(),
  expectedCloseOn: wireDay.nullable(),
  slot: slotSchema,
  from: person,
  to: person.nullable(),
  kept: z.object({ untilOn: wireDay.nullable(), reason: z.string().nullable() }).nullable(),
});
export type MovingDeal = z.output<typeof movingDealShape>;

const sum = z.object({ deals: z.number(), amount: z.number() });
export const movingDealList = z.object({
  items: z.array(movingDealShape),
  total: sum.describe('Of all that pass the filter.'),
  all: sum,
  late: sum,
  kept: sum,
  stages: z.array(z.object({ id: z.string(), name: z.string(), deals: z.number() })),
  nextOffset: z.number().nullable(),
});
export type MovingDealList = z.output<typeof movingDealList>;

/** `POST /plans/{id}/kept-deals`. */
export const keepDealsInput = z
  .strictObject({
    opportunityIds: z.array(z.string()).min(1, 'Choose at least one deal.').max(20_000).optional(),
    matching: z
      .strictObject({
        stage: z.string().optional(),
        minAmount: z.number().min(0).optional(),
        late: z.boolean().optional(),
        rep: z.string().optional(),
        slot: slotSchema.optional(),
        kept: z.boolean().optional(),
        except: z.array(z.string()).max(20_000).optional(),
      })
      .optional(),
    keep: z.boolean().default(true).describe('False lets them go with their accounts.'),
    untilOn: untilOn.optional(),
    reason: reason.optional(),
  })
  .refine((input) => (input.opportunityIds === undefined) !== (input.matching === undefined), {
    path: ['opportunityIds'],
    error: 'Name the deals, or say which ones match.',
  });
export type KeepDealsInput = z.output<typeof keepDealsInput>;
export const keptDealsShape = z.object({ deals: z.number() });

export const holdoverQuery = z.object({
  state: z.enum(['active', 'ended', 'all']).default('active'),
  rep: z.string().optional().describe('Former owner.'),
  account: z.string().optional(),
  until: z.enum(['date', 'outcome']).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(200),
  cursor: z
    .string()
    .regex(/^\d{1,7}$/, 'This cursor is not one of ours.')
    .optional(),
  format: z.enum(['json', 'csv', 'xlsx']).optional(),
});
export type HoldoverQuery = z.output<typeof holdoverQuery>;

export const holdoverShape = z.object({
  id: z.string(),
  opportunityId: z.string(),
  deal: z.string().nullable(),
  accountId: z.string(),
  accountName: z.string(),
  stage: z.string(),
  outcome: z.enum(['open', 'won', 'lost']),
  amount: z.number().nullable(),
  slot: slotSchema,
  rep: person.describe('The former owner, who keeps the deal.'),
  holder: person.nullable().describe('Who holds the account in this slot now.'),
  untilOn,
  reason: z.string().nullable(),
  planNumber: z.number().nullable().describe('The version that moved the account.'),
  createdAt: wireInstant,
  endedAt: wireInstant.nullable(),
  endedBy: z.enum(['date', 'outcome', 'hand', 'moved']).nullable(),
});
export type Holdover = z.output<typeof holdoverShape>;
export const holdoverList = z.object({
  items: z.array(holdoverShape),
  nextCursor: z.string().nullable(),
  count: z.number(),
  amount: z.number().describe('Of all on all pages.'),
  amountsKnown: z.number().describe('How many of all have an amount.'),
});
export type HoldoverList = z.output<typeof holdoverList>;

/** `PATCH /holdovers/{id}`. */
export const holdoverChange = z.strictObject({
  untilOn: untilOn.optional(),
  reason: reason.optional(),
  isEnded: z.boolean().optional().describe('True ends it now, false takes that back.'),
});
export type HoldoverChange = z.output<typeof holdoverChange>;
