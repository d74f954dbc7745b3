import { z } from 'zod';
import { slotSchema } from './plan-shapes.ts';

/** `GET /plans/{id}/impact`: every book before and after the draft. */
export const impactQuery = z.object({
  heldOverFor: z
    .enum(['former', 'new'])
    .default('former')
    .describe('Whose pipeline a held-over deal is: the former owner’s or the new holder’s.'),
});

const side = z.object({
  accounts: z.number(),
  potentialAmount: z.number(),
  contacts: z.number(),
  pipelineAmount: z.number(),
  openDeals: z.number(),
});

export const bookImpactShape = z.object({
  slot: slotSchema,
  repId: z.string(),
  name: z.string(),
  kind: z.enum(['rep', 'pool']),
  managerName: z.string().nullable(),
  quotaAmount: z.number().nullable().describe('A fiscal quarter.'),
  before: side,
  after: side,
});
export type BookImpact = z.output<typeof bookImpactShape>;

export const planImpactShape = z.object({ items: z.array(bookImpactShape), nextCursor: z.null() });
