import { z } from 'zod';
import { wireInstant } from './wire-times.ts';

/** Long work as the API shows it. */
export const job = z.object({
  id: z.string(),
  kind: z.string(),
  status: z.enum(['queued', 'running', 'completed', 'failed', 'cancelled']),
  progress: z.object({
    done: z.number(),
    total: z.number().describe('0 while it is not known.'),
    message: z.string().nullable(),
  }),
  result: z.json().nullable(),
  error: z.string().nullable().describe('Why it failed, in a sentence.'),
  createdAt: wireInstant,
  startedAt: wireInstant.nullable(),
  finishedAt: wireInstant.nullable(),
});
export type Job = z.output<typeof job>;
