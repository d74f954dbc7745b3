export type QuotaAttainment = {
  /** Won ÷ quota, 0–1 and above. Null without a quota. */
  attainmentRate: number | null;
  /** Quota still to win, never below 0. Null without a quota. */
  remainingAmount: number | null;
  /** Open pipeline ÷ what remains. Null when nothing remains or an amount is unknown. */
  coverageRate: number | null;
};

/**
 * What was won in a period against its quota, and how often the open pipeline covers the rest. Unknown won amounts
 * (null) count as nothing won. Money in the workspace currency.
 */
export function quotaAttainment(
  wonAmount: number | null,
  openAmount: number | null,
  quotaAmount: number | null,
): QuotaAttainment {
  if (quotaAmount === null || quotaAmount <= 0) {
    return { attainmentRate: null, remainingAmount: null, coverageRate: null };
  }
  const won = wonAmount ?? 0;
  const remainingAmount = Math.max(0, quotaAmount - won);
  const isCoverable = remainingAmount > 0 && openAmount !== null;
  return {
    attainmentRate: won / quotaAmount,
    remainingAmount,
    coverageRate: isCoverable ? openAmount / remainingAmount : null,
  };
}
