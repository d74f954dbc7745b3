import { z } from 'zod';

/** What one column of a list adds up to, over every row that matches and not only those of the page. */
export const totalShape = z.object({
  sum: z.number().nullable().describe('Null where no row has a value.'),
  mean: z.number().nullable(),
  known: z.number().describe('Rows that have a value.'),
});
export type Total = z.output<typeof totalShape>;

export const totalsShape = z.record(z.string(), totalShape);
/** By column id. */
export type Totals = z.output<typeof totalsShape>;

/** Figures of one column from its sum and how many rows have a value. */
export function totalOf(sum: number | null, known: number): Total {
  return known === 0 || sum === null
    ? { sum: null, mean: null, known: 0 }
    : { sum, mean: sum / known, known };
}
