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

/** The same of rows that are all at hand: for each column id, the row's value, null where it has none. */
export function totalsOfRows<Row>(
  rows: readonly Row[],
  values: Readonly<Record<string, (row: Row) => number | null>>,
): Totals {
  return Object.fromEntries(
    Object.entries(values).map(([id, value]) => {
      const known = rows.map(value).filter((one) => one !== null);
      return [
        id,
        totalOf(known.length === 0 ? null : known.reduce((sum, one) => sum + one, 0), known.length),
      ];
    }),
  );
}
