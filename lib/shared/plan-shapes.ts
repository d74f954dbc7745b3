import { z } from 'zod';

/** What the territory plan says over the wire. Ids are public. */
export const slotSchema = z.enum(['ae', 'sdr', 'csm', 'overlay']);
export const slotLabels: Record<z.output<typeof slotSchema>, string> = {
  ae: 'AE',
  sdr: 'SDR',
  csm: 'CSM',
  overlay: 'Overlay',
};

const name = z
  .string()
  .trim()
  .min(1, 'Give the territory a name.')
  .max(120, 'A name has at most 120 characters.');
const place = z
  .string()
  .regex(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/, 'A place is a country or state code, for example US or US-WA.');

export const holderSchema = z.object({
  repId: z.string(),
  weight: z.number().positive().max(1_000).default(1),
});

export const territoryInputSchema = z.object({
  name,
  kind: z.enum(['rule', 'geography', 'named']),
  /** Kind rule: the builder's draft. */
  draft: z.unknown().optional(),
  /** Kind geography. */
  places: z.array(place).max(400).optional(),
});

export const territoryChangeSchema = z.object({
  name: name.optional(),
  draft: z.unknown().optional(),
  places: z.array(place).max(400).optional(),
  holders: z.partialRecord(slotSchema, z.array(holderSchema).max(200)).optional(),
});

export const territoryOrderSchema = z.object({ territoryIds: z.array(z.string()).min(1).max(1_000) });

export const handChangeSchema = z.object({
  accountIds: z.array(z.string()).min(1, 'Choose at least one account.').max(50_000),
  /** null = back to what rules and geography say. */
  territoryId: z.string().nullable().optional(),
  holder: z.object({ slot: slotSchema, repId: z.string().nullable() }).optional(),
  isLocked: z.boolean().optional(),
  reason: z.string().trim().max(500).nullable().optional(),
});

export const splitInputSchema = z.object({ slot: slotSchema });
export const publishPlanSchema = z.object({ note: z.string().trim().max(1_000).nullable().optional() });

export type TerritoryInput = z.output<typeof territoryInputSchema>;
export type TerritoryChange = z.output<typeof territoryChangeSchema>;
export type HandChangeInput = z.output<typeof handChangeSchema>;

const bookSchema = z.object({
  accounts: z.number(),
  potentialAmount: z.number(),
  potentialUnknown: z.number(),
  workloadTouches: z.number(),
});

const bookSideSchema = bookSchema.nullable();

export const planBookSchema = z.object({
  slot: slotSchema,
  repId: z.string(),
  name: z.string(),
  kind: z.enum(['rep', 'pool']),
  managerId: z.string().nullable(),
  managerName: z.string().nullable(),
  capacityTouches: z.number().nullable(),
  maxAccounts: z.number().nullable(),
  /** Potential ÷ an even share within the slot, weighted by ramp; null without a target. */
  shareBefore: z.number().nullable(),
  shareAfter: z.number().nullable(),
  before: bookSideSchema,
  after: bookSideSchema,
});

export const planTerritorySchema = z.object({
  id: z.string().nullable(),
  name: z.string(),
  kind: z.enum(['rule', 'geography', 'named']).nullable(),
  color: z.number().nullable(),
  position: z.number(),
  /** The rule as a sentence, or the places by name. */
  summary: z.string(),
  draft: z.unknown().optional(),
  places: z.array(z.string()),
  /** Why its rule takes nobody now, when it cannot be read. */
  issue: z.string().nullable(),
  holders: z.array(
    z.object({
      slot: slotSchema,
      repId: z.string(),
      name: z.string(),
      kind: z.enum(['rep', 'pool']),
      weight: z.number(),
    }),
  ),
  accounts: z.number(),
  potentialAmount: z.number(),
  workloadTouches: z.number(),
  bySteps: z.record(z.string(), z.number()),
});

export const planViewSchema = z.object({
  id: z.string(),
  name: z.string(),
  status: z.enum(['draft', 'published', 'archived']),
  version: z.number(),
  publishedAt: z.string().nullable(),
  publishedNumber: z.number().nullable(),
  accounts: z.number(),
  territories: z.array(planTerritorySchema),
  unassigned: planTerritorySchema,
  books: z.array(planBookSchema),
  toleranceRate: z.number(),
  locks: z.number(),
  moves: z.number(),
  movedAmount: z.number(),
});
export type PlanView = z.output<typeof planViewSchema>;
export type PlanBook = z.output<typeof planBookSchema>;
export type PlanTerritory = z.output<typeof planTerritorySchema>;
