import { z } from 'zod';
import { customCellsShape } from './custom-cells.ts';
import { tierBriefShape } from './tier-shapes.ts';
import { wireDay, wireInstant } from './wire-times.ts';

/** What the segments part of the API takes and answers, shared by handlers, pages and OpenAPI. */

const brief = z.object({ id: z.string(), name: z.string() });

export const segmentStatuses = ['draft', 'published', 'retired'] as const;
export const segmentKinds = ['rule', 'list'] as const;

/** A rule as the builder edits it; it is read by the rule parser, never by this schema. */
const unreadRule = z.unknown();

export const publishedShape = z.object({
  number: z.number(),
  definition: unreadRule,
  digest: z.string(),
  note: z.string().nullable(),
  memberCount: z.number().nullable(),
  publishedAt: wireInstant,
  publishedBy: z.string().nullable(),
});

export const segmentShape = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string().nullable(),
  entity: z.enum(['account', 'contact']),
  kind: z.enum(segmentKinds).describe('A rule, or a fixed list of records.'),
  tags: z.array(z.string()),
  status: z.enum(segmentStatuses),
  parent: brief.nullable(),
  owner: brief.nullable(),
  tier: tierBriefShape.nullable(),
  draft: unreadRule,
  published: publishedShape.nullable(),
  hasUnpublishedChanges: z.boolean(),
  freshAt: wireInstant.nullable(),
  lastError: z.string().nullable(),
  reviewDueOn: wireDay.nullable(),
  version: z.number().describe('Send it back as If-Match when you save.'),
  createdAt: wireInstant,
  updatedAt: wireInstant,
  retiredAt: wireInstant.nullable(),
  archivedAt: wireInstant.nullable(),
});

export type Segment = z.output<typeof segmentShape>;

const rateShape = z.object({
  value: z.number().nullable(),
  n: z.number(),
  low: z.number().nullable(),
  high: z.number().nullable(),
});

export const segmentListItemShape = segmentShape.omit({ draft: true, published: true }).extend({
  versionNumber: z.number().nullable(),
  publishedAt: wireInstant.nullable(),
  members: z.number().nullable().describe('Members now, within your scope; null before the first publish.'),
  trend: z
    .array(z.number())
    .describe('Members over the last year: at 13 instants, a twelfth of a year apart, the last one now.'),
  children: z.number(),
  won: z.number(),
  lost: z.number(),
  winRate: rateShape,
  openAmount: z.number().nullable(),
  openDeals: z.number(),
  isReviewDue: z.boolean(),
  isWriting: z.boolean().describe('Published, and its members are not written yet.'),
});

export type SegmentListItem = z.output<typeof segmentListItemShape>;

export const segmentListShape = z.object({
  items: z.array(segmentListItemShape),
  nextCursor: z.null(),
});

export const nameInput = z.string().trim().min(1, 'Give the segment a name.').max(120);
const descriptionInput = z.string().trim().max(1000).nullable();
export const tagInput = z
  .string()
  .trim()
  .min(1, 'Give the tag a name.')
  .max(40, 'A tag has 40 characters at most.');
const tagsInput = z.array(tagInput).max(20, 'A segment has 20 tags at most.');

export const newSegmentInput = z.strictObject({
  name: nameInput,
  description: descriptionInput.optional(),
  entity: z.enum(['account', 'contact']).optional(),
  parentId: z.string().nullable().optional(),
  tierId: z.string().nullable().optional(),
  definition: unreadRule.optional().describe('A finished rule.'),
  draft: unreadRule.optional().describe('A rule that may be unfinished, as the builder stores it.'),
  pastedRule: unreadRule
    .optional()
    .describe('A rule in a form of others: JsonLogic, a query of react-querybuilder, or a definition.'),
  templateId: z.string().optional(),
  fromSegmentId: z.string().optional(),
  domainsOrIds: z
    .array(z.string())
    .max(10_000, 'A segment from a list takes 10,000 lines at most; import a larger one as a file.')
    .optional()
    .describe('Web domains, e-mail or web addresses, or ids of the CRM.'),
});

export type NewSegmentInput = z.output<typeof newSegmentInput>;

export const savedSegmentInput = z.strictObject({
  name: nameInput.optional(),
  description: descriptionInput.optional(),
  parentId: z.string().nullable().optional(),
  ownerUserId: z.string().nullable().optional(),
  tierId: z.string().nullable().optional(),
  tags: tagsInput.optional(),
  definition: unreadRule.optional(),
  draft: unreadRule.optional(),
});

export type SavedSegmentInput = z.output<typeof savedSegmentInput>;

export const createdSegmentShape = segmentShape.extend({
  notFound: z
    .array(z.string())
    .optional()
    .describe('Lines that no account matches today; they stay in the rule.'),
  unreadable: z.array(z.string()).optional().describe('Lines that are neither a domain nor an id; left out.'),
});

export const publishInput = z.strictObject({
  note: z.string().trim().max(1000).nullable().optional(),
  version: z
    .number()
    .int()
    .optional()
    .describe('The draft version that was reviewed; a newer one is a conflict.'),
});

export const accountRowShape = z.object({
  id: z.string(),
  name: z.string(),
  domain: z.string().nullable(),
  externalId: z.string().nullable(),
  industry: z.string().nullable(),
  country: z.string().nullable(),
  state: z.string().nullable(),
  employees: z.number().nullable(),
  revenue: z.number().nullable(),
  score: z.number().nullable(),
  tier: tierBriefShape.nullable(),
  owner: brief.nullable(),
  signalCount: z.number().describe('Signals of the last 30 days, intent aside.'),
  intentCount: z.number().describe('Intent signals of the last 30 days.'),
  custom: customCellsShape,
});

export type AccountRow = z.output<typeof accountRowShape>;

export const contactRowShape = z.object({
  id: z.string(),
  name: z.string().nullable(),
  jobTitle: z.string().nullable(),
  persona: z.string().nullable(),
  seniority: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  isReachable: z.boolean(),
  account: z.object({ id: z.string(), name: z.string(), externalId: z.string().nullable() }).nullable(),
  externalId: z.string().nullable(),
  custom: customCellsShape,
});

export type ContactRow = z.output<typeof contactRowShape>;

const countedShape = z.object({
  id: z.string().nullable(),
  label: z.string(),
  entering: z.number(),
  leaving: z.number(),
});
const pipelineShape = z.object({ deals: z.number(), amount: z.number().nullable(), known: z.number() });

/** A sentence in pieces; `strong` pieces are what the rule itself says. */
export const wordsShape = z.array(z.object({ text: z.string(), strong: z.boolean() }));
export type Words = z.output<typeof wordsShape>;

export const ruleChangeShape = z.object({
  kind: z.enum(['added', 'removed', 'changed', 'moved', 'regrouped']),
  words: wordsShape,
});
export type RuleChange = z.output<typeof ruleChangeShape>;

export const segmentUseShape = z.object({
  kind: z.enum(['segment', 'territory', 'setting', 'tier', 'view']),
  id: z.string(),
  name: z.string(),
  page: z.string().optional().describe('Of a saved view: the page that it is of.'),
});
export type SegmentUse = z.output<typeof segmentUseShape>;

export const versionDifferenceShape = z.object({
  from: z.number(),
  to: z.number(),
  changes: z.array(ruleChangeShape),
  members: z
    .object({ before: z.number(), after: z.number(), entering: z.number(), leaving: z.number() })
    .nullable()
    .describe('Whom each version would find today; null when one cannot be answered any more.'),
});
export type VersionDifference = z.output<typeof versionDifferenceShape>;

/** A version that was just published, and the job that writes its members. */
export const publishAnswer = z.object({ segment: segmentShape, jobId: z.string() });

export const impactShape = z.object({
  number: z.number().describe('The version that publishing would make.'),
  sentence: wordsShape,
  previousSentence: wordsShape.nullable(),
  changes: z.array(ruleChangeShape),
  before: z.number(),
  after: z.number(),
  entering: z.number(),
  leaving: z.number(),
  staying: z.number(),
  reachableContacts: z.number(),
  tiers: z.array(countedShape),
  owners: z.array(countedShape),
  pipeline: z.object({ entering: pipelineShape, leaving: pipelineShape, after: pipelineShape }),
  samples: z.object({ entering: z.array(accountRowShape), leaving: z.array(accountRowShape) }),
  contactSamples: z.object({ entering: z.array(contactRowShape), leaving: z.array(contactRowShape) }),
  usedBy: z.array(segmentUseShape),
  pins: z
    .object({ in: z.number(), out: z.number() })
    .describe('Records pinned in and kept out by hand, which publishing leaves so.'),
  isUnchanged: z.boolean(),
  version: z.number(),
  asOf: wireInstant,
});

export type Impact = z.output<typeof impactShape>;

export const segmentTemplateShape = z.object({
  key: z.string(),
  name: z.string(),
  description: z.string(),
  kind: z.enum(['segment', 'split', 'model']),
  segments: z.array(z.string()).describe('Names of the segments that it makes.'),
  asks: z.array(z.string()).describe('What it leaves open, because the data hold no value for it.'),
});

export type SegmentTemplate = z.output<typeof segmentTemplateShape>;

export const templateInput = z.strictObject({ templateId: z.string().max(100) });
