import { z } from 'zod';
import { createdSegmentShape, nameInput } from './segment-shapes.ts';
import { wireDay, wireInstant } from './wire-times.ts';

/** Records put into a segment or kept out of it by hand, and fixed lists, on the wire. */

const MOST_LINES = 10_000;

const lines = z
  .array(z.string().max(300))
  .min(1, 'Name at least one.')
  .max(MOST_LINES, 'Name 10,000 at most at a time.');

export const pinInput = z.strictObject({
  side: z.enum(['in', 'out']),
  records: lines.describe('Web domains, e-mail or web addresses, CRM ids or ids of this product.'),
  reason: z.string().trim().min(1, 'Say why: people will ask.').max(300),
  expiresOn: wireDay
    .nullable()
    .optional()
    .describe('The last day on which it holds; null = until taken away.'),
});
export type PinInput = z.output<typeof pinInput>;

const heldPinShape = z.object({
  recordId: z.string(),
  side: z.enum(['in', 'out']),
  reason: z.string(),
  expiresOn: wireDay.nullable(),
});
/** A pin as it was, to put it back. */
export type HeldPin = z.output<typeof heldPinShape>;

export const pinOutcomeShape = z.object({
  pinned: z.number(),
  recordIds: z.array(z.string()).describe('The records that were pinned.'),
  replaced: z.array(heldPinShape).describe('Pins that these records had before.'),
  notFound: z.array(z.string()).describe('Lines that name no record here; left out.'),
});
export type PinOutcome = z.output<typeof pinOutcomeShape>;

export const unpinOutcomeShape = z.object({
  unpinned: z.number(),
  taken: z.array(heldPinShape).describe('The pins that were taken away.'),
});
export type UnpinOutcome = z.output<typeof unpinOutcomeShape>;

export const unpinInput = z.strictObject({ recordIds: z.array(z.string()).min(1).max(MOST_LINES) });

export const pinShape = heldPinShape.extend({
  name: z.string(),
  fromAt: wireInstant,
  createdBy: z.string().nullable(),
});
export type SegmentPin = z.output<typeof pinShape>;

export const pinListShape = z.object({
  items: z.array(pinShape),
  nextCursor: z.string().nullable(),
  counts: z.object({ in: z.number(), out: z.number() }),
});
export type PinList = z.output<typeof pinListShape>;

export const pinQuery = z.object({
  side: z.enum(['in', 'out']).optional(),
  search: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(500).optional(),
  cursor: z
    .string()
    .regex(/^\d{1,9}$/, 'This cursor is not one of ours.')
    .optional(),
});

export const newListInput = z.strictObject({
  name: nameInput,
  description: z.string().trim().max(1000).nullable().optional(),
  records: lines.optional().describe('Web domains, e-mail or web addresses, CRM ids or ids of this product.'),
  fromSegmentId: z
    .string()
    .optional()
    .describe('Instead of records: the members of this segment as they are now.'),
});
export type NewListInput = z.output<typeof newListInput>;

export const createdListShape = createdSegmentShape.extend({ notFound: z.array(z.string()) });
