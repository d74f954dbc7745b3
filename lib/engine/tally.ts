import type { ScalarColumn } from './columns.ts';

/** How many records hold each code, and how many hold none. */
export type CodeCounts = { counts: Map<number, number>; missing: number };

const MOST_DENSE = 65_536;

/**
 * Counts the codes of rows; of flags 0 for no and 1 for yes. A negative row has none. Codes above `lastCode` are
 * possible and slower.
 */
export function tallyCodes(
  column: ScalarColumn & { kind: 'code' | 'flag' },
  rows: Int32Array,
  lastCode: number,
): CodeCounts {
  // At least the codes of a flag.
  const limit = Math.min(Math.max(lastCode, 2) + 1, MOST_DENSE);
  const codes = column.kind === 'code' ? column.codes : column.values;
  const dense = new Int32Array(limit);
  const counts = new Map<number, number>();
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index]!;
    const code = row < 0 ? 0 : codes[row]!;
    if (code < limit) dense[code]! += 1;
    else counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  const shift = column.kind === 'flag' ? 1 : 0;
  for (let code = 1; code < limit; code++) {
    if (dense[code]! > 0) counts.set(code - shift, dense[code]!);
  }
  return { counts, missing: dense[0] ?? 0 };
}

/** Sum of the whole numbers of rows. */
export function tallySum(numbers: Int32Array, rows: Int32Array): number {
  let sum = 0;
  for (let index = 0; index < rows.length; index++) sum += numbers[rows[index]!]!;
  return sum;
}

/** How many rows lie in each bin; `bins` has the bin of each row. */
export function tallyBins(bins: Uint8Array, rows: Int32Array): Int32Array {
  const counts = new Int32Array(256);
  for (let index = 0; index < rows.length; index++) counts[bins[rows[index]!]!]! += 1;
  return counts;
}

type Extent = { min: number; max: number };

/** The smallest and the largest number of rows; null when all are missing. */
export function extentOf(numbers: Float64Array, rows: Int32Array): Extent | null {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < rows.length; index++) {
    const number = numbers[rows[index]!]!;
    if (number < min) min = number;
    if (number > max) max = number;
  }
  return max < min ? null : { min, max };
}

/** The same of all numbers. */
export function extentIn(numbers: Float64Array): Extent | null {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < numbers.length; index++) {
    const number = numbers[index]!;
    if (number < min) min = number;
    if (number > max) max = number;
  }
  return max < min ? null : { min, max };
}
