import { z } from 'zod';
import { wireInstant } from './wire-times.ts';

export const healthView = z.object({
  status: z.literal('ok'),
  version: z.string(),
  database: z.literal('ok'),
  engine: z.object({
    accounts: z.number().int(),
    isReady: z
      .boolean()
      .describe(
        'Whether rules are answered from columns yet. After a start it takes a moment, and answers are slower.',
      ),
    freshAt: wireInstant.nullable().describe('Since when the membership of every published segment is true.'),
  }),
});
export type Health = z.output<typeof healthView>;
