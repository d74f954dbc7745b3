import { z } from 'zod';
import { parseInput } from '#lib/shared/parse-input.ts';
import { recordFigures } from '#lib/metrics/results.ts';

export const recordsInputSchema = z.object({
  figure: z.enum(recordFigures, `Name a figure: ${recordFigures.join(', ')}.`),
  /** With figure `all`: only deals at or past this stage of the funnel. */
  reached: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
  cursor: z.string().max(40).optional(),
});

export type RecordsInput = Omit<z.input<typeof recordsInputSchema>, 'limit'> & { limit?: number };

/** The part of a query string that says which records and which page of them. */
export function recordsInputOf(searchParams: URLSearchParams): RecordsInput {
  const asked = ['figure', 'reached', 'limit', 'cursor'].flatMap((name) => {
    const value = searchParams.get(name);
    return value === null ? [] : [[name, value] as const];
  });
  return parseInput(recordsInputSchema, Object.fromEntries(asked));
}
