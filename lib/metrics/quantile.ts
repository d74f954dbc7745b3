/**
 * The p-quantile of values sorted ascending, by linear interpolation between closest ranks: type 7 of Hyndman and
 * Fan, "Sample Quantiles in Statistical Packages" (The American Statistician 50, 1996), the default of R, NumPy and
 * spreadsheets (`PERCENTILE.INC`). Null for no values.
 */
export function quantile(sorted: readonly number[], p: number): number | null {
  if (sorted.length === 0) return null;
  const rank = (sorted.length - 1) * Math.min(Math.max(p, 0), 1);
  const below = sorted[Math.floor(rank)] as number;
  const above = sorted[Math.ceil(rank)] as number;
  return below + (above - below) * (rank - Math.floor(rank));
}
