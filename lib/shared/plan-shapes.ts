import { z } from 'zod';
import { parsePlaceCode } from './place-code.ts';

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
  .max(120)
  .refine(
    (text) => parsePlaceCode(text) !== null,
    'A place is a country or state (US, US-WA), a county (county:US-WA:53033:King), how postal codes begin (postal:US:981), or a circle in kilometres (radius:47.6,-122.3,50:Seattle).',
  );

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
  places: z.array(place).max(4_000).optional(),
  /** The territory that it belongs under; null = on top. Says what adds up, not what takes accounts. */
  parentId: z.string().nullable().optional(),
});

export const territoryChangeSchema = z.object({
  name: name.optional(),
  parentId: z.string().nullable().optional(),
  draft: z.unknown().optional(),
  places: z.array(place).max(4_000).optional(),
  holders: z.partialRecord(slotSchema, z.array(holderSchema).max(200)).optional(),
});

export const territoryOrderSchema = z.object({ territoryIds: z.array(z.string()).min(1).max(1_000) });

/** All accounts that a list shows, instead of their ids. */
export const matchingSchema = z.strictObject({
  /** A territory's id, or `unassigned`. */
  territory: z.string().optional(),
  rep: z.string().optional(),
  changes: z.boolean().optional(),
  locked: z.boolean().optional(),
  q: z.string().trim().max(200).optional(),
  except: z.array(z.string()).max(50_000).default([]),
});

const reason = z.string().trim().max(500).nullable().optional();

export const handChangeSchema = z
  .object({
    accountIds: z.array(z.string()).min(1, 'Choose at least one account.').max(50_000).optional(),
    matching: matchingSchema.optional(),
    /** Into this territory; null = back to what rules and places say. */
    territoryId: z.string().nullable().optional(),
    /** This holder in this slot; null = back to what the territory says. */
    holder: z.object({ slot: slotSchema, repId: z.string().nullable() }).optional(),
    /** Alone: locks accounts where they are in the draft, or takes locks off without moving anything. */
    isLocked: z.boolean().optional(),
    /** Back to the rules with place and holders. */
    toRules: z.literal(true).optional(),
    /** Locks accounts where they are published, so that nothing suggests to move them. */
    keep: z.literal(true).optional(),
    reason,
  })
  .refine((change) => (change.accountIds === undefined) !== (change.matching === undefined), {
    path: ['accountIds'],
    error: 'Name the accounts, or say which ones match.',
  });

/** Where one account goes in the draft of the plan, and who holds it there. */
export const accountAssignmentSchema = z
  .object({
    territoryId: z.string().nullable().optional(),
    holder: z.object({ slot: slotSchema, repId: z.string().nullable() }).optional(),
    reason,
  })
  .refine((change) => change.territoryId !== undefined || change.holder !== undefined, {
    path: ['territoryId'],
    error: 'Name a territory, a holder or both.',
  });

export const accountLockSchema = z.object({ isLocked: z.boolean(), reason });

export type AccountAssignmentInput = z.output<typeof accountAssignmentSchema>;
export type AccountLockInput = z.output<typeof accountLockSchema>;

export const splitInputSchema = z.object({ slot: slotSchema });

export type TerritoryInput = z.output<typeof territoryInputSchema>;
export type TerritoryChange = z.output<typeof territoryChangeSchema>;
export type HandChangeInput = z.input<typeof handChangeSchema>;

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
  /** In a scenario: the plan’s territory whose colour it has. */
  colourId: z.string().optional(),
  position: z.number(),
  /** The territory that it belongs under; null = on top. */
  parentId: z.string().nullable(),
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
  /** Who holds accounts of it in the draft, its named holders or not. */
  heldBy: z.array(z.object({ slot: slotSchema, repId: z.string(), name: z.string(), accounts: z.number() })),
  /** Accounts that nobody holds in any slot. */
  withoutHolder: z.number(),
});

export const planViewSchema = z.object({
  id: z.string(),
  name: z.string(),
  status: z.enum(['draft', 'published', 'archived']),
  version: z.number(),
  publishedAt: z.string().nullable(),
  publishedNumber: z.number().nullable(),
  startsOn: z.string().nullable(),
  endsOn: z.string().nullable(),
  /** Where it is a scenario: of which plan. */
  scenario: z
    .object({
      of: z.object({ id: z.string(), name: z.string() }),
      note: z.string().nullable(),
      rebasedAt: z.string().nullable(),
      isArchived: z.boolean(),
    })
    .nullable(),
  accounts: z.number(),
  territories: z.array(planTerritorySchema),
  unassigned: planTerritorySchema,
  books: z.array(planBookSchema),
  toleranceRate: z.number(),
  locks: z.number(),
  moves: z.number(),
  movedAmount: z.number(),
  placesNewAccounts: z.boolean(),
  /** Why accounts lie in no territory: kept out by hand, without a place, in a place of no territory. */
  unassignedReasons: z.object({ kept: z.number(), noPlace: z.number(), notCovered: z.number() }),
});
export type PlanView = z.output<typeof planViewSchema>;
export type PlanBook = z.output<typeof planBookSchema>;
export type PlanTerritory = z.output<typeof planTerritorySchema>;

/** `POST /plans/{id}/versions/{number}/restore`; `dryRun` counts without writing. */
export const restoreQuery = z.object({
  dryRun: z
    .enum(['true', 'false'])
    .default('false')
    .transform((text) => text === 'true'),
});
export const restoredVersionSchema = z.object({
  /** Of the version that moves everything back; null in a dry run. */
  number: z.number().nullable(),
  movedAccounts: z.number(),
  movedAmount: z.number(),
  /** Accounts whose holder of then has left since: they keep whom they have. */
  keptAccounts: z.number(),
});
export type RestoredVersion = z.output<typeof restoredVersionSchema>;

/** `POST /plans/{id}/changes`. */
export const handChangedSchema = z.object({ undoId: z.string(), accounts: z.number() });

/** `POST /plans/{id}/territories/{id}/split`: what each holder then has of the territory, locked accounts included. */
export const splitAnswerSchema = z.object({
  undoId: z.string(),
  accounts: z.number(),
  /** How many found no room under the account caps, and what that means; null when all did. */
  unplaced: z.number(),
  unplacedSentence: z.string().nullable(),
  shares: z.array(
    z.object({ repId: z.string(), name: z.string(), accounts: z.number(), potentialAmount: z.number() }),
  ),
});
export type SplitAnswer = z.output<typeof splitAnswerSchema>;

export const effectBookSchema = planBookSchema.extend({
  /** Money of the open deals of its accounts; a deal held over counts for its former owner. */
  pipelineBeforeAmount: z.number(),
  pipelineAfterAmount: z.number(),
});
export type EffectBook = z.output<typeof effectBookSchema>;

/** `POST /plans/{id}/changes/effect`: the books that the change touches, `before` and `after` being the draft's. */
export const changeEffectSchema = z.object({
  accounts: z.number(),
  /** How many of them are locked now. */
  locked: z.number(),
  books: z.array(effectBookSchema),
  movesBefore: z.number(),
  movesAfter: z.number(),
});
export type ChangeEffect = z.output<typeof changeEffectSchema>;

/** `POST /plans/{id}/hand-over`: what one rep holds in a slot goes to the least loaded colleagues. */
export const handOverInput = z.strictObject({
  repId: z.string(),
  slot: slotSchema,
  because: z.enum(['leaves', 'onLeave']).default('leaves'),
});
export type HandOverInput = z.output<typeof handOverInput>;
export const handedOverSchema = z.object({
  /** Null in a dry run, and where nothing moved. */
  undoId: z.string().nullable(),
  accounts: z.number(),
  /** Accounts that no colleague may or can take, and those locked to the rep: both stay. */
  unplaced: z.number(),
  locked: z.number(),
  books: z.array(planBookSchema),
});
export type HandedOver = z.output<typeof handedOverSchema>;

/** `GET /plans/{id}/counties`. */
export const countiesQuerySchema = z.object({
  state: z.string().regex(/^US-[A-Z]{2}$/, 'Name a state of the United States, for example US-WA.'),
});

/** `GET /plans/{id}/places`: countries and states where accounts are. */
export const planPlacesSchema = z.object({
  items: z.array(
    z.object({
      code: z.string(),
      label: z.string(),
      /** The country of a state; null for a country. */
      country: z.string().nullable(),
      accounts: z.number(),
    }),
  ),
  nextCursor: z.null(),
});
export type PlanPlace = z.output<typeof planPlacesSchema>['items'][number];
