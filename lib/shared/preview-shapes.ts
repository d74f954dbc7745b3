import { z } from 'zod';
import { accountRowShape, contactRowShape } from './segment-shapes.ts';
import { wireInstant } from './wire-times.ts';

/** `POST /segments/preview`, and the values of a field for pickers. */

const fieldKeys = z.array(z.string().max(200)).max(12, 'Ask for 12 fields at most in one request.');

export const previewInput = z.strictObject({
  definition: z.unknown(),
  asOf: z.iso.datetime({ offset: true }).optional(),
  sort: z.string().max(201).optional().describe('A field key; `-` before it sorts down. Default: `-score`.'),
  limit: z.number().int().min(0).max(200).default(50),
  cursor: z.string().max(500).nullable().optional(),
  breakdowns: fieldKeys.default([]),
  histograms: fieldKeys.default([]),
  perCondition: z.boolean().default(false),
  unknowns: z.boolean().default(false),
  nearMisses: z.boolean().default(false),
  overlaps: z.boolean().default(false),
  segmentId: z
    .string()
    .optional()
    .describe('The segment whose rule this is: records pinned into it or kept out of it count so.'),
  comparedTo: z
    .string()
    .optional()
    .describe('A segment: how many the definition brings in and loses against its published version.'),
});

export type PreviewInput = z.output<typeof previewInput>;

const valueCount = z.object({ value: z.string().nullable(), label: z.string(), count: z.number() });

export const previewShape = z.object({
  count: z.number(),
  total: z.number(),
  reachableContacts: z.number(),
  conditions: z.record(z.string(), z.object({ alone: z.number(), without: z.number() })).optional(),
  unknowns: z.object({ out: z.record(z.string(), z.number()), in: z.number() }).optional(),
  nearMisses: z
    .record(z.string(), z.object({ count: z.number(), closest: z.number().nullable() }))
    .optional(),
  overlaps: z.array(z.object({ segmentId: z.string(), name: z.string(), count: z.number() })).optional(),
  comparison: z
    .object({ number: z.number(), before: z.number(), entering: z.number(), leaving: z.number() })
    .nullable()
    .optional(),
  breakdowns: z.record(z.string(), z.array(valueCount)),
  histograms: z.record(
    z.string(),
    z.object({
      bins: z.array(z.object({ from: z.number(), to: z.number(), count: z.number() })),
      missing: z.number(),
      min: z.number().nullable(),
      max: z.number().nullable(),
    }),
  ),
  page: z.object({
    items: z.array(z.union([accountRowShape, contactRowShape])),
    nextCursor: z.string().nullable(),
  }),
  asOf: wireInstant,
  valuesAsOfToday: z.boolean(),
  dataAt: wireInstant
    .nullable()
    .describe(
      'When the data was read that this was counted in, while newer data is being taken in; else null.',
    ),
  elapsedMs: z.number(),
});

export type SegmentPreview = z.output<typeof previewShape>;

export const fieldValuesShape = z.object({
  items: z.array(z.object({ value: z.string(), label: z.string(), count: z.number() })),
  nextCursor: z.null(),
});

export const valueLookupShape = z.object({
  items: z.array(
    z.object({
      text: z.string().describe('As it was sent.'),
      value: z.string().describe('As a rule would hold it.'),
      label: z.string(),
      count: z.number().describe('Records that have it; 0 when none does.'),
    }),
  ),
});

export const fieldShape = z.object({
  key: z.string(),
  entity: z.string(),
  label: z.string(),
  category: z.string(),
  type: z.string(),
  unit: z.string().nullable(),
  operators: z.array(z.string()),
  vocabulary: z.array(z.string()).nullable(),
  isCustom: z.boolean(),
  isComputed: z.boolean(),
  fillRate: z
    .number()
    .nullable()
    .describe('Share of records that have a value, 0–1; null where it is not counted.'),
});

export type CatalogField = z.output<typeof fieldShape>;

export const fieldListShape = z.object({ items: z.array(fieldShape), nextCursor: z.null() });
