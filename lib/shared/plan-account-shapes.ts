import { z } from 'zod';
import { slotSchema } from './plan-shapes.ts';
import { totalsShape } from './total-shapes.ts';

const flag = z
  .enum(['true', 'false'])
  .transform((value) => value === 'true')
  .optional();

/** Query string of a plan's account list. */
export const planAccountsQuerySchema = z.object({
  /** A territory's id, or `unassigned`. */
  territory: z.string().optional(),
  rep: z.string().optional(),
  changes: flag,
  locked: flag,
  q: z.string().trim().max(200).optional(),
  rule: z.string().max(50_000).optional().describe('Only accounts that match this rule, as JSON.'),
  /** `potential` or `touches`, `-` before it sorts down. */
  sort: z.enum(['potential', '-potential', 'touches', '-touches']).default('-potential'),
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});
export type PlanAccountsQuery = z.output<typeof planAccountsQuerySchema>;

const namedSchema = z.object({ id: z.string(), name: z.string() });

export const planAccountSchema = z.object({
  id: z.string(),
  name: z.string(),
  country: z.string().nullable(),
  state: z.string().nullable(),
  potentialAmount: z.number().nullable(),
  workloadTouches: z.number(),
  territoryBefore: namedSchema.nullable(),
  territoryAfter: namedSchema.extend({ colourId: z.string().optional() }).nullable(),
  /** The step that placed it: lock, named, rule, geography, unassigned. */
  step: z.string(),
  isLocked: z.boolean(),
  reason: z.string().nullable(),
  place: z.string().optional().describe('Where a place decided about one account that was asked for: which.'),
  /** Steps that would have taken it too. */
  losing: z.array(namedSchema.extend({ step: z.string() })),
  slots: z.array(
    z.object({
      slot: slotSchema,
      from: namedSchema.nullable(),
      to: namedSchema.nullable(),
      reason: z.string().nullable(),
    }),
  ),
});
export type PlanAccountView = z.output<typeof planAccountSchema>;

export const planAccountsSchema = z.object({
  items: z.array(planAccountSchema),
  total: z.number(),
  totals: totalsShape.describe('Of all that pass the filter.'),
  nextOffset: z.number().nullable(),
});

/** `POST /plans/{id}/accounts/find`: pasted names, domains or CRM ids. */
export const findAccountsSchema = z.object({
  texts: z.array(z.string().trim().min(1).max(300)).min(1).max(5_000),
});

export const foundAccountsSchema = z.object({
  found: z.array(z.object({ text: z.string(), id: z.string(), name: z.string() })),
  /** Texts that name no account, or more than one. */
  missing: z.array(z.string()),
});
export type FoundAccounts = z.output<typeof foundAccountsSchema>;

const historySchema = z.object({ from: z.string(), to: z.string().nullable() });

/** `GET /accounts/{id}/place`. */
export const placeExplainedSchema = z.object({
  /** In the plan's draft: which step placed it, who would have taken it too, who holds it and why. */
  draft: planAccountSchema.nullable(),
  holders: z.array(
    historySchema.extend({
      slot: slotSchema,
      repId: z.string(),
      name: z.string(),
      kind: z.enum(['rep', 'pool']),
      reason: z.string().nullable(),
      isLocked: z.boolean(),
      planNumber: z.number().nullable(),
    }),
  ),
  places: z.array(historySchema.extend({ territoryId: z.string(), name: z.string(), step: z.string() })),
});
export type PlaceExplained = z.output<typeof placeExplainedSchema>;
