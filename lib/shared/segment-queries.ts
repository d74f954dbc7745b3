import { z } from 'zod';
import { fileFormats } from './table-file/table-file.ts';
import { accountRowShape, contactRowShape, segmentStatuses } from './segment-shapes.ts';

/** Query strings of the segments part of the API. */

const flag = z.enum(['true', 'false']).transform((text) => text === 'true');
const limit = z.coerce.number().int().min(1).max(500).optional();
const instant = z.iso.datetime({ offset: true }).optional();

export const segmentListQuery = z.object({
  search: z.string().max(200).optional(),
  status: z.enum([...segmentStatuses, 'review_due', 'failing']).optional(),
  tier: z.string().optional(),
  owner: z.string().optional(),
  parent: z.string().optional(),
  tag: z
    .union([z.string(), z.array(z.string())])
    .transform((tags) => [tags].flat())
    .optional()
    .describe('Repeatable; a segment must have all of them.'),
  trash: flag.optional(),
  sort: z
    .string()
    .regex(
      /^-?(name|members|tier|status|owner|winRate|openAmount|publishedAt|freshAt)$/,
      'Sort by name, members, tier, status, owner, winRate, openAmount, publishedAt or freshAt.',
    )
    .optional(),
});

export const membersQuery = z.object({
  asOf: instant,
  sort: z
    .string()
    .regex(
      /^-?(name|revenue|employees|score|custom\.\w{1,100})$/,
      'Sort by name, revenue, employees, score or one of your own fields.',
    )
    .optional(),
  limit,
  cursor: z.string().optional(),
  totals: flag.optional(),
  format: z.enum(['json', ...fileFormats]).optional(),
  of: z.enum(['accounts', 'contacts']).optional().describe('What a file lists; default accounts.'),
});

const idList = z
  .string()
  .max(20_000)
  .transform((text) => text.split(',').filter((id) => id !== ''));

export const membersOfManyQuery = z.object({
  ids: idList.describe('Public ids of segments, with commas between.'),
  of: z.enum(['accounts', 'contacts']).optional(),
  format: z.enum(fileFormats).optional().describe('Default csv.'),
});

export const overlapQuery = membersOfManyQuery.pick({ ids: true });

export const retireQuery = z.object({
  evenIfUsed: flag.optional().describe('Also when rules, territories or Settings ask about it.'),
});

export const historyQuery = z.object({
  kind: z.enum(['entered', 'left']).optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  limit,
  cursor: z.string().optional(),
});

export const publishQuery = z.object({
  dryRun: flag.optional(),
  side: z
    .enum(['entering', 'leaving'])
    .optional()
    .describe('With dryRun: everybody who comes in or goes out, as a file.'),
  format: z.enum(fileFormats).optional().describe('Of that file; default csv.'),
});

const cursor = z
  .string()
  .regex(/^\d{1,9}$/, 'This cursor is not one of ours.')
  .optional();

export const impactQuery = z.object({
  side: z.enum(['entering', 'leaving']),
  tier: z.string().optional().describe('Only accounts that have this tier today; `none` for no tier.'),
  owner: z.string().optional().describe('Only accounts of this rep or pool today; `none` for nobody.'),
  hasOpenDeal: flag.optional(),
  limit,
  cursor,
});
export type ImpactQuery = z.output<typeof impactQuery>;

export const impactRecordsShape = z.object({
  count: z.number(),
  items: z.array(z.union([accountRowShape, contactRowShape])),
  nextCursor: z.string().nullable(),
});
export type ImpactRecords = z.output<typeof impactRecordsShape>;

const versionNumber = z.coerce.number().int().min(1);
export const versionsQuery = z.object({ from: versionNumber, to: versionNumber });

export const valuesQuery = z.object({
  entity: z
    .enum(['account', 'contact', 'technology', 'signal', 'opportunity', 'activity'])
    .default('account'),
  field: z.string().min(1).max(200),
  search: z.string().max(200).default(''),
  limit: z.coerce.number().int().min(1).max(500).default(50),
  types: z
    .string()
    .max(1000)
    .transform((text) =>
      text
        .split(',')
        .map((type) => type.trim())
        .filter((type) => type !== ''),
    )
    .optional()
    .describe('Only among signals or activities of these types, with commas between.'),
});

export const valueLookupInput = z.strictObject({
  entity: valuesQuery.shape.entity,
  field: valuesQuery.shape.field,
  texts: z.array(z.string().max(1000)).min(1).max(10_000),
  types: z.array(z.string().max(200)).max(100).optional(),
});

export const splitQuery = z.object({ field: z.string().min(1).max(200) });

export const splitInput = z.strictObject({
  field: z.string().min(1).max(200),
  values: z.array(z.strictObject({ value: z.string(), name: z.string().max(120).optional() })).max(500),
  publish: z.boolean().optional(),
});

/** `-name` → name, downwards. */
export function readSortParameter<S extends string>(
  sort: string | undefined,
): { sort?: S; descending?: boolean } {
  if (sort === undefined) return {};
  const descending = sort.startsWith('-');
  return { sort: (descending ? sort.slice(1) : sort) as S, descending };
}
