import { z } from 'zod';
import { wireInstant } from './wire-times.ts';

/** How chosen segments overlap, on the wire. */

export const MOST_COMPARED = 20;

export const overlapShape = z.object({
  entity: z.enum(['account', 'contact']),
  segments: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      status: z.enum(['draft', 'published', 'retired']),
      freshAt: wireInstant.nullable(),
    }),
  ),
  intersections: z
    .array(z.object({ sets: z.array(z.number()), count: z.number() }))
    .describe('Records that are in exactly these segments, by their place in the list; largest first.'),
  asOf: wireInstant,
});
export type Overlap = z.output<typeof overlapShape>;

export const deduplicateInput = z.strictObject({
  segmentIds: z
    .array(z.string())
    .min(2, 'Choose at least two segments.')
    .max(MOST_COMPARED, `Choose ${MOST_COMPARED} segments at most.`)
    .describe('In the order of their priority: each record stays in the first that it is in.'),
});
