import { z } from 'zod';
import { tagInput } from './segment-shapes.ts';

/** One action for many segments, and what came of it. */

const ids = z.array(z.string()).min(1, 'Choose at least one segment.').max(1000);

export const bulkSegmentsInput = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('tag'), ids, tag: tagInput }),
  z.strictObject({ action: z.literal('untag'), ids, tag: tagInput }),
  z.strictObject({
    action: z.literal('retire'),
    ids,
    evenIfUsed: z.boolean().optional().describe('Also those that rules, territories or Settings ask about.'),
  }),
  z.strictObject({ action: z.literal('restore'), ids }),
  z.strictObject({ action: z.literal('tier'), ids, tierId: z.string().nullable() }),
]);
export type BulkSegmentsInput = z.output<typeof bulkSegmentsInput>;

export const bulkOutcomeShape = z.object({
  changed: z
    .array(z.object({ id: z.string(), name: z.string(), tierId: z.string().nullable() }))
    .describe('Segments that were not so before, with the tier that they gave before.'),
  refused: z.array(z.object({ id: z.string(), name: z.string(), message: z.string() })),
});
export type BulkOutcome = z.output<typeof bulkOutcomeShape>;
