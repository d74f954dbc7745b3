import { int32s } from './columns.ts';

/** Rows grouped by code: those of code c are `rows[starts[c]] … rows[starts[c + 1] - 1]`, ascending. */
export type Postings = { starts: Int32Array; rows: Int32Array };

/** Counting sort of the first `used` rows by code; rows with a negative code are in no group. */
export function postingsOf(codes: Int32Array, used: number): Postings {
  let last = 0;
  let coded = 0;
  for (let row = 0; row < used; row++) {
    const code = codes[row]!;
    if (code > last) last = code;
    if (code >= 0) coded += 1;
  }
  const starts = int32s(last + 2);
  for (let row = 0; row < used; row++) if (codes[row]! >= 0) starts[codes[row]! + 1]! += 1;
  for (let code = 0; code <= last; code++) starts[code + 1]! += starts[code]!;
  const next = Int32Array.from(starts);
  const rows = int32s(coded);
  for (let row = 0; row < used; row++) {
    const code = codes[row]!;
    if (code >= 0) rows[next[code]!++] = row;
  }
  return { starts, rows };
}

/** How many rows the codes have together. */
export function postingLength({ starts }: Postings, codes: readonly number[]): number {
  return codes.reduce((sum, code) => sum + (starts[code + 1] ?? 0) - (starts[code] ?? 0), 0);
}
