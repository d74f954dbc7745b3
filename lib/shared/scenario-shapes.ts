import { z } from 'zod';
import { slotSchema } from './plan-shapes.ts';
import { fileFormats } from './table-file/table-file.ts';

/** Scenarios of a plan and their comparison over the wire. Ids are public, rates 0–1, touches a month's, days ISO. */
const name = z
  .string()
  .trim()
  .min(1, 'Give the scenario a name.')
  .max(120, 'A name has at most 120 characters.');

export const scenarioInput = z.strictObject({
  name,
  note: z.string().trim().max(1_000, 'A note has at most 1,000 characters.').nullable().default(null),
  /** What it starts from: the draft, what is published, nothing, or another scenario by its id. */
  from: z
    .string()
    .max(60)
    .default('draft')
    .describe('`draft`, `published`, `blank`, or the id of another scenario of the plan'),
});
export type ScenarioInput = z.output<typeof scenarioInput>;

export const scenariosQuery = z.object({
  archived: z
    .enum(['true', 'false'])
    .default('false')
    .transform((text) => text === 'true'),
});

const sizeSchema = z.object({
  /** Accounts that would change territory or holder against what is published, and their potential. */
  moves: z.number(),
  movedAmount: z.number(),
  unassigned: z.number(),
  /** AE books within the tolerance of an even share, of those that have one. */
  inBand: z.number(),
  reps: z.number(),
});
export type PlanSize = z.output<typeof sizeSchema>;

export const scenarioSchema = z.object({
  id: z.string(),
  name: z.string(),
  note: z.string().nullable(),
  version: z.number(),
  createdAt: z.string(),
  updatedAt: z.string(),
  rebasedAt: z.string().nullable(),
  createdBy: z.string().nullable(),
  isArchived: z.boolean(),
  size: sizeSchema.nullable().describe('Null for a scenario that was put away.'),
});
export type Scenario = z.output<typeof scenarioSchema>;

export const scenariosSchema = z.object({
  items: z.array(scenarioSchema),
  nextCursor: z.null(),
  draft: sizeSchema.describe('The same of the plan’s own draft.'),
  published: sizeSchema.nullable().describe('The same of what is in force; null before anything is.'),
});
export type Scenarios = z.output<typeof scenariosSchema>;

/** `POST /plans/{id}/rebase`. Sentences are ready to show. */
export const rebasedSchema = z.object({
  onto: z.enum(['published', 'draft']),
  taken: z.object({
    territoriesAdded: z.array(z.string()),
    territoriesChanged: z.array(z.string()),
    territoriesRemoved: z.array(z.string()),
    accounts: z.number(),
  }),
  kept: z.object({ territories: z.number(), accounts: z.number() }),
  /** What of the scenario no longer holds, and was left out. */
  dropped: z.array(z.object({ kind: z.string(), sentence: z.string(), accountIds: z.array(z.string()) })),
  /** Where both sides changed the same thing: the scenario's stays. */
  both: z.array(z.object({ kind: z.string(), sentence: z.string(), accountIds: z.array(z.string()) })),
});
export type RebasedScenario = z.output<typeof rebasedSchema>;

/** `POST /plans/{id}/adopt`. */
export const adoptedSchema = z.object({
  planId: z.string(),
  /** The draft as it was before, kept as a scenario. */
  saved: z.object({ id: z.string(), name: z.string() }),
  moves: z.number().describe('Accounts that publishing would move now.'),
});
export type AdoptedScenario = z.output<typeof adoptedSchema>;

export const COMPARED_AT_MOST = 6;

const sidesText = z
  .string()
  .max(400)
  .transform((text) => [...new Set(text.split(',').filter((part) => part.trim() !== ''))])
  .refine(
    (sides) => sides.length >= 2 && sides.length <= COMPARED_AT_MOST,
    `Name 2 to ${COMPARED_AT_MOST} plans to compare, separated by commas.`,
  )
  .describe('Ids of scenarios, `draft` and `published`, separated by commas');

export const compareQuery = z.object({ plans: sidesText, slot: slotSchema.default('ae') });
export type CompareQuery = z.output<typeof compareQuery>;

export const compareAccountsQuery = compareQuery.extend({
  only: z.enum(['differences', 'all']).default('differences'),
  q: z.string().trim().max(200).optional(),
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(100),
  format: z.enum(fileFormats).optional(),
});
export type CompareAccountsQuery = z.output<typeof compareAccountsQuery>;

const spreadSchema = z.object({
  reps: z.number(),
  inBand: z.number(),
  inBandRate: z.number().nullable(),
  /** Smallest and largest book ÷ an even share, and the largest distance from it. */
  lowestRate: z.number().nullable(),
  highestRate: z.number().nullable(),
  maxDeviationRate: z.number().nullable(),
});
export type Spread = z.output<typeof spreadSchema>;

export const comparedSideSchema = z.object({
  /** `published`, or a plan's id. */
  id: z.string(),
  kind: z.enum(['published', 'draft', 'scenario']),
  name: z.string(),
  note: z.string().nullable(),
  accounts: z.number(),
  territories: z.number(),
  balance: z.object({ potential: spreadSchema, workload: spreadSchema, accounts: spreadSchema }),
  moves: z.object({
    accounts: z.number(),
    accountsRate: z.number().nullable(),
    potentialAmount: z.number(),
    potentialRate: z.number().nullable(),
    pipelineAmount: z.number(),
    pipelineRate: z.number().nullable(),
  }),
  coverage: z.object({
    unassigned: z.number(),
    unassignedAmount: z.number(),
    withoutHolder: z.number().describe('In a territory, but nobody holds them in this slot.'),
    noEligibleRep: z.number().describe('By tier and region, no rep of the slot may hold them.'),
  }),
  capacity: z.object({
    supplyTouches: z.number(),
    demandTouches: z.number().describe('Of books whose holder has a capacity.'),
    gapTouches: z.number(),
    repsOverCapacity: z.number(),
    repsOverCap: z.number(),
    withoutCapacity: z.number(),
  }),
  quota: z.object({
    quotaAmount: z.number().nullable(),
    potentialAmount: z.number().describe('In the books of those who have a quota.'),
    potentialPerQuota: z.number().nullable(),
    withoutQuota: z.number(),
  }),
});
export type ComparedSide = z.output<typeof comparedSideSchema>;

const comparedBookSchema = z.object({
  accounts: z.number(),
  potentialAmount: z.number(),
  workloadTouches: z.number(),
  share: z.number().nullable(),
});

export const comparedRepSchema = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['rep', 'pool']),
  managerName: z.string().nullable(),
  capacityTouches: z.number().nullable(),
  maxAccounts: z.number().nullable(),
  quotaAmount: z.number().nullable(),
  /** In the order of the sides; null = holds nothing there. */
  books: z.array(comparedBookSchema.nullable()),
});
export type ComparedRep = z.output<typeof comparedRepSchema>;

export const comparisonSchema = z.object({
  plan: z.object({ id: z.string(), name: z.string() }),
  slot: slotSchema,
  toleranceRate: z.number(),
  quotaPeriod: z.object({ from: z.string(), to: z.string() }),
  sides: z.array(comparedSideSchema),
  reps: z.array(comparedRepSchema),
  /** Accounts that are not in the same territory with the same holder everywhere. */
  differences: z.number(),
});
export type Comparison = z.output<typeof comparisonSchema>;

const named = z.object({ id: z.string(), name: z.string() }).nullable();

export const comparedAccountSchema = z.object({
  id: z.string(),
  name: z.string(),
  potentialAmount: z.number().nullable(),
  workloadTouches: z.number(),
  differs: z.boolean(),
  /** In the order of the sides. */
  sides: z.array(z.object({ territory: named, holder: named })),
});
export type ComparedAccount = z.output<typeof comparedAccountSchema>;

export const comparedAccountsSchema = z.object({
  items: z.array(comparedAccountSchema),
  total: z.number(),
  nextOffset: z.number().nullable(),
});
