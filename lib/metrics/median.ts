/** The middle of values sorted ascending; the average of the two middle ones when their number is even. Null for no values. */
export function median(sorted: readonly number[]): number | null {
  if (sorted.length === 0) return null;
  const lower = sorted[Math.floor((sorted.length - 1) / 2)] as number;
  const upper = sorted[Math.ceil((sorted.length - 1) / 2)] as number;
  return (lower + upper) / 2;
}
