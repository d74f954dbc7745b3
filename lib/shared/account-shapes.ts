import { z } from 'zod';
import { accountRowShape } from './segment-shapes.ts';
import { tierBriefShape } from './tier-shapes.ts';
import { fileFormats } from './table-file/table-file.ts';
import { totalsShape } from './total-shapes.ts';
import { valueSourceShape } from './value-source.ts';
import { wireInstant } from './wire-times.ts';
import { nextStepShape, reasonShape } from './work-shapes.ts';

/** What the accounts part of the API takes and answers, shared by handlers, pages and OpenAPI. */

const brief = z.object({ id: z.string(), name: z.string() });

export const accountListItemShape = accountRowShape.extend({
  city: z.string().nullable(),
  type: z.string().nullable(),
  journeyStage: z.string().nullable(),
  isDoNotContact: z.boolean(),
  crmUrl: z.string().nullable(),
  sdr: brief.nullable(),
  territory: brief.nullable(),
  lastSignalAt: wireInstant.nullable(),
  lastTouchAt: wireInstant.nullable(),
  openDeals: z.number(),
  openAmount: z.number().nullable().describe('Of the open deals whose amount is known.'),
  reachableContacts: z.number(),
});
export type AccountListItem = z.output<typeof accountListItemShape>;

export const accountListShape = z.object({
  items: z.array(accountListItemShape),
  nextCursor: z.string().nullable(),
  count: z.number().describe('Accounts that match, within your scope.'),
  emptiedBy: z
    .array(z.object({ filter: z.string(), without: z.number() }))
    .describe('When nothing matches: what would be left without one of the filters.'),
  totals: totalsShape.optional().describe('By column, over everything that matches; only when asked for.'),
  asOf: wireInstant,
});
export type AccountList = z.output<typeof accountListShape>;

/** Values of one quick filter; `~` stands for "not known" or "nobody". */
const choices = z.array(z.string().max(200)).max(200).optional();
const oneOrMany = z
  .union([z.string(), z.array(z.string())])
  .transform((value) => (Array.isArray(value) ? value : [value]))
  .pipe(z.array(z.string().max(200)).max(200))
  .optional();

export const accountFilterKeys = [
  'industry',
  'country',
  'state',
  'region',
  'tier',
  'owner',
  'sdr',
  'territory',
  'class',
  'type',
  'journeyStage',
] as const;
export type AccountFilterKey = (typeof accountFilterKeys)[number];

function filters<T>(schema: T): Record<AccountFilterKey, T> {
  return Object.fromEntries(accountFilterKeys.map((key) => [key, schema])) as Record<AccountFilterKey, T>;
}

const listBase = {
  segment: z.string().optional().describe('Members of this published segment, by its rule now.'),
  sort: z.string().max(201).optional().describe('A field key; `-` before it sorts down. Default: `-score`.'),
  q: z.string().trim().max(200).optional().describe('Part of the name or the web domain.'),
  cursor: z.string().max(500).optional(),
};

export const accountListQuery = z.object({
  ...listBase,
  ...filters(oneOrMany),
  rule: z
    .string()
    .max(50_000)
    .optional()
    .describe('A rule as JSON; a longer one goes to POST /accounts/query.'),
  limit: z.coerce.number().int().min(0).max(500, 'At most 500 at once.').default(100),
  totals: z
    .enum(['true', 'false'])
    .transform((text) => text === 'true')
    .optional(),
  format: z.enum(['json', ...fileFormats]).optional(),
  columns: z.string().max(1_000).optional().describe('Of a file: column ids with commas between.'),
});

export const accountQueryInput = z.strictObject({
  ...listBase,
  ...filters(choices),
  rule: z.unknown().optional(),
  limit: z.number().int().min(0).max(500, 'At most 500 at once.').default(100),
  totals: z.boolean().optional().describe('Also sums and means of the numeric columns; takes longer.'),
});
export type AccountQuery = z.output<typeof accountQueryInput>;

/** A selection of a list: named accounts, or all that match a query without some. */
export const accountSelectionInput = z.strictObject({
  query: accountQueryInput.partial().optional(),
  ids: z.array(z.string()).max(50_000).optional(),
  except: z.array(z.string()).max(50_000).optional(),
});
export type AccountSelection = z.output<typeof accountSelectionInput>;

export const accountExportInput = accountSelectionInput.extend({
  columns: z.array(z.string().max(40)).max(60).optional(),
  format: z.enum(fileFormats).default('csv'),
});

export const accountIdsShape = z.object({ ids: z.array(z.string()), count: z.number() });

export const recordFieldShape = z.object({
  key: z.string(),
  label: z.string(),
  group: z.string(),
  type: z.enum(['text', 'category', 'number', 'money', 'day', 'instant', 'boolean', 'tags', 'ref']),
  unit: z.string().nullable(),
  vocabulary: z.array(z.string()).nullable(),
  refKind: z.string().nullable(),
  isEditable: z.boolean(),
  value: z
    .union([z.string(), z.number(), z.boolean(), z.array(z.string())])
    .nullable()
    .describe('Days and instants in ISO-8601, references by id.'),
  text: z.string().nullable().describe('The value as people read it, where that differs.'),
  source: valueSourceShape.nullable(),
});
export type RecordField = z.output<typeof recordFieldShape>;

export const committeeContactShape = z.object({
  id: z.string(),
  name: z.string().nullable(),
  jobTitle: z.string().nullable(),
  persona: z.string().nullable(),
  seniority: z.string().nullable(),
  jobFunction: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  mobile: z.string().nullable(),
  linkedinUrl: z.string().nullable(),
  isReachable: z.boolean(),
  isOptedOut: z.boolean(),
  isBounced: z.boolean(),
  repliedAt: wireInstant.nullable(),
  touchedAt: wireInstant.nullable(),
  version: z.number(),
});
export type CommitteeContact = z.output<typeof committeeContactShape>;

export const coverageShape = z.object({
  personas: z.array(z.object({ persona: z.string(), known: z.number(), reachable: z.number() })),
  known: z.number(),
  reachable: z.number(),
});

export const accountSegmentShape = z.object({
  id: z.string(),
  name: z.string(),
  sinceAt: wireInstant,
  tierName: z.string().nullable(),
});
export type AccountSegment = z.output<typeof accountSegmentShape>;

export const technologyShape = z.object({
  id: z.string(),
  name: z.string(),
  category: z.string().nullable(),
  firstSeenAt: wireInstant.nullable(),
  lastSeenAt: wireInstant.nullable(),
});
export type Technology = z.output<typeof technologyShape>;

const familyMember = z.object({ id: z.string().nullable(), name: z.string(), isInScope: z.boolean() });

export const accountShape = z.object({
  id: z.string(),
  name: z.string(),
  domain: z.string().nullable(),
  crmUrl: z.string().nullable(),
  version: z.number().describe('Send it back as If-Match when you save.'),
  createdAt: wireInstant,
  updatedAt: wireInstant,
  archivedAt: wireInstant.nullable(),
  isCustomer: z.boolean(),
  isDoNotContact: z.boolean(),
  score: z.number().nullable(),
  tier: tierBriefShape.nullable(),
  territory: brief.nullable(),
  className: z.string().nullable(),
  holders: z.array(brief.extend({ slot: z.string(), isLocked: z.boolean() })),
  fields: z.array(recordFieldShape),
  family: z.object({
    parent: familyMember.nullable(),
    root: familyMember.nullable(),
    children: z.array(familyMember),
    accounts: z.number().describe('In the whole family, this one included.'),
  }),
  segments: z.array(accountSegmentShape),
  committee: z.array(committeeContactShape),
  coverage: coverageShape,
  technologies: z.array(technologyShape),
});
export type Account = z.output<typeof accountShape>;

export const accountBriefShape = z.object({
  id: z.string(),
  reasons: z.array(reasonShape),
  talk: z
    .array(z.object({ label: z.string(), text: z.string() }))
    .describe('What to say, from what is known; a line whose facts are missing is left out.'),
  recentSignals: z.number().describe('Of the last 30 days.'),
  segments: z.array(accountSegmentShape),
  committee: z.array(committeeContactShape),
  coverage: coverageShape,
  nextSteps: z.array(nextStepShape),
});
export type AccountBrief = z.output<typeof accountBriefShape>;

/** Field values by key; `null` clears one. Plus `release`: fields that imports may change again. */
export const recordChangeInput = z
  .record(z.string().max(120), z.json())
  .refine((values) => Object.keys(values).length > 0, 'Say what to change.')
  .refine((values) => Object.keys(values).length <= 200, 'That is too much for one change.');
export type RecordChange = z.output<typeof recordChangeInput>;

export const timelineKinds = ['signal', 'activity', 'deal', 'tier', 'owner', 'segment'] as const;

export const timelineItemShape = z.object({
  id: z.string(),
  kind: z.enum(timelineKinds),
  type: z.string().describe('The type of a signal or activity; created, stage, won, lost of a deal.'),
  title: z.string(),
  detail: z.string().nullable(),
  person: z.string().nullable(),
  happenedAt: wireInstant,
  isAhead: z.boolean(),
});
export type TimelineItem = z.output<typeof timelineItemShape>;

export const timelineShape = z.object({
  items: z.array(timelineItemShape),
  nextCursor: z.string().nullable(),
});

export const timelineQuery = z.object({
  kind: z
    .union([z.enum(timelineKinds), z.array(z.enum(timelineKinds))])
    .transform((value) => (Array.isArray(value) ? value : [value]))
    .optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(500).optional(),
});
