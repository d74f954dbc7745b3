import { z } from 'zod';
import { wireInstant } from './wire-times.ts';

/** Where a stored value came from, and when. */
export const valueSourceShape = z.object({
  kind: z.enum(['import', 'api', 'person', 'derived', 'demo']),
  name: z.string().nullable().describe('The file, or who set it.'),
  setAt: wireInstant,
  isPinned: z.boolean().describe('Set by hand: wins over later imports until released.'),
});

export type ValueSource = z.output<typeof valueSourceShape>;
