import { z } from 'zod';
import { contactRowShape } from './segment-shapes.ts';
import { recordFieldShape } from './account-shapes.ts';
import { fileFormats } from './table-file/table-file.ts';
import { totalsShape } from './total-shapes.ts';
import { wireInstant } from './wire-times.ts';

/** What the contacts part of the API takes and answers, shared by handlers, pages and OpenAPI. */

export const contactListItemShape = contactRowShape.extend({
  mobile: z.string().nullable(),
  linkedinUrl: z.string().nullable(),
  jobFunction: z.string().nullable(),
  country: z.string().nullable(),
  leadStatus: z.string().nullable(),
  source: z.string().nullable(),
  isOptedOut: z.boolean(),
  isBounced: z.boolean(),
  isAccountDoNotContact: z.boolean(),
  accountDomain: z.string().nullable(),
  accountText: z.string().nullable().describe('What a file called the account that nobody knows yet.'),
  lastActivityAt: wireInstant.nullable(),
  version: z.number(),
});
export type ContactListItem = z.output<typeof contactListItemShape>;

export const contactListShape = z.object({
  items: z.array(contactListItemShape),
  nextCursor: z.string().nullable(),
  count: z.number().describe('Contacts that match, within your scope.'),
  emptiedBy: z
    .array(z.object({ filter: z.string(), without: z.number() }))
    .describe('When nothing matches: what would be left without one of the filters.'),
  totals: totalsShape.optional().describe('By column, over everything that matches; only when asked for.'),
  asOf: wireInstant,
});
export type ContactList = z.output<typeof contactListShape>;

export const contactFilterKeys = [
  'persona',
  'seniority',
  'jobFunction',
  'country',
  'leadStatus',
  'reachable',
  'optedOut',
  'lead',
] as const;
export type ContactFilterKey = (typeof contactFilterKeys)[number];

const choices = z.array(z.string().max(200)).max(200).optional();
const oneOrMany = z
  .union([z.string(), z.array(z.string())])
  .transform((value) => (Array.isArray(value) ? value : [value]))
  .pipe(z.array(z.string().max(200)).max(200))
  .optional();

function filters<T>(schema: T): Record<ContactFilterKey, T> {
  return Object.fromEntries(contactFilterKeys.map((key) => [key, schema])) as Record<ContactFilterKey, T>;
}

const listBase = {
  segment: z
    .string()
    .optional()
    .describe('Contacts at the members of this segment, or its own when it is of contacts.'),
  sort: z.string().max(201).optional().describe('A field key; `-` before it sorts down. Default: `name`.'),
  q: z.string().trim().max(200).optional().describe('Part of the name, the address or the account’s name.'),
  cursor: z.string().max(500).optional(),
};

export const contactListQuery = z.object({
  ...listBase,
  ...filters(oneOrMany),
  rule: z.string().max(50_000).optional(),
  limit: z.coerce.number().int().min(0).max(500, 'At most 500 at once.').default(100),
  totals: z
    .enum(['true', 'false'])
    .transform((text) => text === 'true')
    .optional(),
  format: z.enum(['json', ...fileFormats]).optional(),
  columns: z.string().max(1_000).optional(),
});

export const contactQueryInput = z.strictObject({
  ...listBase,
  ...filters(choices),
  rule: z.unknown().optional(),
  limit: z.number().int().min(0).max(500, 'At most 500 at once.').default(100),
  totals: z.boolean().optional().describe('Also sums and means of the numeric columns; takes longer.'),
});
export type ContactQuery = z.output<typeof contactQueryInput>;

export const contactSelectionInput = z.strictObject({
  query: contactQueryInput.partial().optional(),
  ids: z.array(z.string()).max(50_000).optional(),
  except: z.array(z.string()).max(50_000).optional(),
  columns: z.array(z.string().max(40)).max(60).optional(),
  format: z.enum(fileFormats).default('csv'),
});

export const contactShape = z.object({
  id: z.string(),
  name: z.string().nullable(),
  version: z.number().describe('Send it back as If-Match when you save.'),
  account: z.object({ id: z.string(), name: z.string() }).nullable(),
  isReachable: z.boolean(),
  createdAt: wireInstant,
  updatedAt: wireInstant,
  archivedAt: wireInstant.nullable(),
  fields: z.array(recordFieldShape),
});
export type Contact = z.output<typeof contactShape>;
