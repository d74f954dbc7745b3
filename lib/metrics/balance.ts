import { mean } from './mean.ts';

type HolderBalance = {
  value: number;
  /** What an even share would be. */
  target: number;
  /** (value − target) ÷ target: 0.12 = 12 % above. Null when the target is 0. */
  deviationRate: number | null;
  isWithinTolerance: boolean;
};

export type Balance = {
  holders: HolderBalance[];
  /** Largest distance from the target, either way. Null with no holder or a target of 0. */
  maxDeviationRate: number | null;
  /** Standard deviation ÷ mean of value ÷ weight: one figure for how uneven it is, 0 = perfectly even. */
  variationRate: number | null;
  outOfTolerance: number;
};

/**
 * How even one measure (accounts, potential, workload) lies on its holders. A holder's target is the total × its
 * weight ÷ all weights (equal weights unless given: ramp, capacity or the share in a split). A value exactly on the
 * edge of the tolerance is within it. Values are in the measure's unit, weights ≥ 0.
 */
export function balance(
  values: readonly number[],
  toleranceRate: number,
  weights: readonly number[] = values.map(() => 1),
): Balance {
  const total = values.reduce((sum, value) => sum + value, 0);
  const totalWeight = weights.reduce((sum, weight) => sum + weight, 0);
  const holders = values.map((value, index) => {
    const target = totalWeight > 0 ? (total * (weights[index] ?? 0)) / totalWeight : 0;
    const deviationRate = target > 0 ? (value - target) / target : null;
    // Room for rounding: a book exactly on the edge of the band must not flicker in and out of it.
    const isWithinTolerance =
      deviationRate === null ? value === 0 : Math.abs(deviationRate) <= toleranceRate + 1e-9;
    return { value, target, deviationRate, isWithinTolerance };
  });
  const deviations = holders.map((holder) => holder.deviationRate).filter((rate) => rate !== null);
  return {
    holders,
    maxDeviationRate: deviations.length === 0 ? null : Math.max(...deviations.map(Math.abs)),
    variationRate: variation(values, weights),
    outOfTolerance: holders.filter((holder) => !holder.isWithinTolerance).length,
  };
}

function variation(values: readonly number[], weights: readonly number[]): number | null {
  const shares = values.flatMap((value, index) => {
    const weight = weights[index] ?? 0;
    return weight > 0 ? [value / weight] : [];
  });
  const centre = mean(shares);
  if (centre === null || centre <= 0) return null;
  const variance = mean(shares.map((share) => (share - centre) ** 2)) ?? 0;
  return Math.sqrt(variance) / centre;
}
