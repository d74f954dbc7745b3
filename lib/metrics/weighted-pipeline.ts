import { type MoneySum, moneySum } from './money-sum.ts';

/**
 * Open pipeline weighted by how likely each deal closes: Σ amount × probability of its stage (0–1). A deal whose
 * amount or stage probability is unknown is left out and not counted in `known`.
 */
export function weightedPipeline(
  deals: readonly { amount: number | null; probabilityRate: number | null }[],
): MoneySum {
  return moneySum(
    deals.map(({ amount, probabilityRate }) =>
      amount === null || probabilityRate === null ? null : amount * probabilityRate,
    ),
  );
}
