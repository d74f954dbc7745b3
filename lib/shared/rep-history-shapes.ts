import { z } from 'zod';
import { slotSchema } from './plan-shapes.ts';
import { wireInstant } from './wire-times.ts';

/** `GET /reps/{id}/history`: what came to a rep and what went, by when and by which version of the plan. */
export const repHistoryShape = z.object({
  rep: z.object({ id: z.string(), name: z.string() }),
  items: z.array(
    z.object({
      at: wireInstant,
      planNumber: z.number().nullable().describe('Null = not by a plan: by an import, or by hand.'),
      note: z.string().nullable(),
      isByPublish: z.boolean().describe('False: a new account, placed later as that version said.'),
      came: z.number(),
      went: z.number(),
      accounts: z
        .array(
          z.object({
            id: z.string(),
            name: z.string(),
            way: z.enum(['came', 'went']),
            slot: slotSchema,
            other: z
              .object({ id: z.string(), name: z.string() })
              .nullable()
              .describe('From whom, or to whom.'),
            reason: z.string().nullable(),
          }),
        )
        .describe('At most 500.'),
    }),
  ),
  nextCursor: z.null(),
});
export type RepHistory = z.output<typeof repHistoryShape>;
