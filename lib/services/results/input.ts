import { z } from 'zod';

const isoDay = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'A day is written like 2026-11-22.');

/** What callers ask results with. Filters name a dimension and its values: public ids or words, '' = none. */
export const resultsInputSchema = z.object({
  /** Segment ids to set side by side; by default all published segments of accounts when grouped by segment. */
  compare: z.array(z.string()).max(50, 'At most 50 segments can be compared.').optional(),
  membership: z.enum(['current', 'atCreation']).default('current'),
  from: isoDay.optional(),
  to: isoDay.optional(),
  by: z.enum(['closed', 'created']).default('closed'),
  /** A day (its end) or an instant; now by default. */
  asOf: z.string().optional(),
  cycle: z.enum(['won', 'closed']).default('won'),
  filters: z.record(z.string(), z.array(z.string().max(1000)).max(1000)).default({}),
});

/** How the same is written in an address; any other parameter filters by the dimension it names. */
export const resultsQuerySchema = z
  .object({
    groupBy: z
      .string()
      .optional()
      .describe(
        'Repeatable: segment, tier, territory, owner, manager, source, product, pipeline, stage, month, account.<field>, rep.<field>',
      ),
    segment: z
      .string()
      .optional()
      .describe('Only what is in this segment; repeatable, empty = in none of the compared ones'),
    compare: z
      .string()
      .optional()
      .describe('Segments set side by side, comma between; all published ones by default'),
    membership: z.enum(['current', 'atCreation']).optional(),
    from: isoDay.optional(),
    to: isoDay.optional(),
    by: z.enum(['closed', 'created']).optional(),
    asOf: z.string().optional().describe('A day (its end) or an instant'),
    cycle: z.enum(['won', 'closed']).optional(),
  })
  .catchall(z.string());

export type ResultsInput = z.input<typeof resultsInputSchema>;
