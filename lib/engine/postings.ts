import { int32s } from './columns.ts';

/** Rows grouped by code: those of code c are `rows[starts[c]] … rows[starts[c + 1] - 1]`, ascending. */
export type Postings = { starts: Int32Array; rows: Int32Array };

/** Counting sort of the first `used` rows by code. */
export function postingsOf(codes: Int32Array, used: number): Postings {
  let last = 0;
  for (let row = 0; row < used; row++) last = Math.max(last, codes[row] ?? 0);
  const starts = int32s(last + 2);
  for (let row = 0; row < used; row++) starts[(codes[row] ?? 0) + 1]! += 1;
  for (let code = 0; code <= last; code++) starts[code + 1]! += starts[code] ?? 0;
  const next = Int32Array.from(starts);
  const rows = int32s(used);
  for (let row = 0; row < used; row++) rows[next[codes[row] ?? 0]!++] = row;
  return { starts, rows };
}

/** How many rows the codes have together. */
export function postingLength({ starts }: Postings, codes: readonly number[]): number {
  return codes.reduce((sum, code) => sum + (starts[code + 1] ?? 0) - (starts[code] ?? 0), 0);
}
