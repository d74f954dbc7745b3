/** A sum of money and how many records had an amount; null when none had, so that "unknown" never reads as 0. */
export type MoneySum = { value: number | null; known: number };

/** Unit: workspace currency. Records without an amount are neither 0 nor counted in `known`. */
export function moneySum(amounts: readonly (number | null)[]): MoneySum {
  const known = amounts.filter((amount) => amount !== null);
  return {
    value: known.length === 0 ? null : known.reduce((sum, amount) => sum + amount, 0),
    known: known.length,
  };
}
