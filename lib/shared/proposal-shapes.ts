import { z } from 'zod';
import { slotSchema } from './plan-shapes.ts';

/** What the optimiser of a plan is asked and answers, over the wire. Ids are public, amounts money, rates 0–1. */

const weight = z.number().min(0).max(100).default(1);
const amount = z.number().min(0).max(1e12);

const moveScopeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('whole') }),
  /** Accounts in these territories. */
  z.object({ kind: z.literal('territories'), territoryIds: z.array(z.string()).min(1).max(1_000) }),
  /** Accounts that nobody holds, or somebody who left or may not hold them. */
  z.object({ kind: z.literal('orphans') }),
  /** Accounts stay, or go to one of these reps. */
  z.object({ kind: z.literal('newReps'), repIds: z.array(z.string()).min(1, 'Name at least one rep.') }),
]);

/** The goals as exchange rates in money; what is left out is as usual. */
const ratesSchema = z
  .object({
    balancePotentialRate: amount.describe('Money for each unit of potential outside of the band.'),
    balanceTouchAmount: amount.describe('Money for each touch a month outside of the band.'),
    balanceCountAmount: amount.describe('Money for each account outside of the band.'),
    bandRate: z.number().min(0).max(0.5).describe('Tolerance round the target that is nearly free.'),
    moveAmount: amount.describe('Money for each account that changes hands.'),
    movePotentialRate: z.number().min(0).max(100).describe('And this share of its potential.'),
    movePipelineRate: z.number().min(0).max(100).describe('And this share of its weighted open pipeline.'),
    travelKmAmount: amount.describe('Money for each touch and kilometre.'),
  })
  .partial();

export const optimiseInputSchema = z.strictObject({
  slot: slotSchema.default('ae'),
  scope: moveScopeSchema.default({ kind: 'whole' }),
  within: z
    .enum(['team', 'territory', 'slot'])
    .default('team')
    .describe('Accounts go only to reps of the same team (manager), of the same territory, or to anybody.'),
  includeUnassigned: z.boolean().default(false).describe('Give out accounts that lie in no territory, too.'),
  respectRegions: z
    .boolean()
    .default(true)
    .describe(
      'A rep takes accounts of their region only, or of the places they may work in where some are named.',
    ),
  respectTiers: z.boolean().default(true).describe('A rep takes accounts of their tiers and segments only.'),
  goals: z
    .object({ balance: weight, keep: weight, travel: weight })
    .prefault({})
    .describe('How much each goal counts, against 1 as usual.'),
  maxMovedRate: z
    .number()
    .min(0)
    .max(1)
    .nullable()
    .default(null)
    .describe('At most this share of the accounts changes hands, as far as rules and caps allow.'),
  rates: ratesSchema.default({}),
  effort: z.enum(['quick', 'normal', 'thorough']).default('normal'),
  seed: z.number().int().min(0).max(2_147_483_647).default(1),
  refusals: z
    .array(z.object({ accountId: z.string(), repId: z.string() }))
    .max(5_000)
    .default([])
    .describe('Moves that somebody said no to: the account does not go to that rep.'),
  keeps: z.array(z.string()).max(5_000).default([]).describe('Accounts that stay with whoever holds them.'),
  basedOn: z.string().nullable().default(null).describe('The job whose proposal is on screen.'),
  keepWeight: z
    .number()
    .positive()
    .max(100)
    .nullable()
    .default(null)
    .describe(
      'One of the other plans of a proposal: the same question, keeping relationships this much more.',
    ),
});
export type OptimiseInput = z.output<typeof optimiseInputSchema>;

const spread = z.object({
  repsInBand: z.number(),
  lowestRate: z.number().nullable(),
  highestRate: z.number().nullable(),
});

export const planMeasuresSchema = z.object({
  reps: z.number(),
  potential: spread,
  workload: spread,
  count: spread,
  accountsOverCap: z.number(),
  repsOverCapacity: z.number(),
  movedAccounts: z.number(),
  movedAccountsRate: z.number(),
  movedPotentialRate: z.number(),
  movedPipelineRate: z.number(),
  forcedMoves: z.number(),
  chosenMoves: z.number(),
  unassigned: z.number(),
  meanKm: z.number().nullable(),
  cost: z.object({
    balanceAmount: z.number(),
    movesAmount: z.number(),
    travelAmount: z.number(),
    unassignedAmount: z.number(),
    totalAmount: z.number(),
  }),
});
export type PlanMeasures = z.output<typeof planMeasuresSchema>;

const gap = z.object({
  costAmount: z.number(),
  lowerBoundAmount: z.number(),
  gapAmount: z.number(),
  gapRate: z.number(),
});

const holder = z.object({ id: z.string(), name: z.string() });
const load = z.object({ potentialAmount: z.number(), workloadTouches: z.number(), accounts: z.number() });

const proposalMove = z.object({
  accountId: z.string(),
  accountName: z.string(),
  from: holder.nullable(),
  /** null = nobody who may hold it has room; it stays where it is. */
  to: holder.nullable(),
  /** It lies in no territory yet, and would go into one of its new holder's. */
  isUnplaced: z.boolean(),
  isForced: z.boolean(),
  rule: z.string(),
  reason: z.string(),
  /** Money that the plan would cost more if its family stayed; null = it cannot stay. */
  stayingAmount: z.number().nullable(),
  /** Its holder is full: the account that would have to go in its place, in the amount above. */
  inExchangeFor: z.string().nullable(),
  potentialAmount: z.number().nullable(),
  pipelineAmount: z.number(),
  runnersUp: z.array(
    z.object({ rep: holder, extraAmount: z.number(), inExchangeFor: z.string().nullable() }),
  ),
});
export type ProposalMove = z.output<typeof proposalMove>;

const shortage = z.object({
  kind: z.string(),
  sentence: z.string(),
  shortBy: z.number(),
  accounts: z.number(),
  /** The first of them. */
  sample: z.array(z.object({ id: z.string(), name: z.string() })),
  remedies: z.array(z.string()),
});

/** Result of the job `plans.optimise`. */
export const proposalSchema = z.object({
  planId: z.string(),
  planName: z.string(),
  /** Of the plan when it was read: a plan that was changed since takes no moves. */
  planVersion: z.number(),
  input: optimiseInputSchema,
  currency: z.string(),
  accounts: z.number(),
  potentialUnknown: z.number(),
  /** Accounts that no goal counts: in books of pools, in no territory, in territories without a holder. */
  leftOut: z.object({ pools: z.number(), noTerritory: z.number(), noHolder: z.number() }),
  goals: z.array(z.string()),
  before: planMeasuresSchema,
  after: planMeasuresSchema,
  books: z.array(z.object({ rep: holder, before: load, after: load, target: load })),
  moves: z.array(proposalMove),
  gap,
  parts: z.array(
    gap.extend({
      label: z.string(),
      families: z.number(),
      reps: z.number(),
    }),
  ),
  gapSentence: z.string(),
  shortages: z.array(shortage),
  /** Plans between balance and disruption, by ascending weight of keeping; `keepWeight` 1 is this one. */
  alternatives: z.array(z.object({ keepWeight: z.number(), measures: planMeasuresSchema })),
  digest: z.string(),
  isStoppedEarly: z.boolean(),
});
export type Proposal = z.output<typeof proposalSchema>;

export const acceptProposalSchema = z
  .strictObject({
    jobId: z.string(),
    /** Accept these accounts' moves; left out = all. */
    accountIds: z.array(z.string()).max(200_000).optional(),
    /** All except these. */
    except: z.array(z.string()).max(200_000).optional(),
  })
  .refine((body) => body.accountIds === undefined || body.except === undefined, {
    path: ['except'],
    error: 'Name the moves to accept, or those to leave out, not both.',
  });
export type AcceptProposal = z.output<typeof acceptProposalSchema>;
