type VelocityParts = {
  /** Deals open at `asOf`. */
  open: number;
  winRate: number | null;
  /** Mean amount of the won deals of the period. */
  meanWonAmount: number | null;
  /** Mean cycle of the won deals of the period. */
  meanCycleDays: number | null;
};

/**
 * Pipeline velocity in money a day = open deals × win rate × mean amount of won deals ÷ mean cycle in days.
 * Null when a part is unknown or the cycle is 0 days.
 */
export function velocityPerDay(parts: VelocityParts): number | null {
  const { open, winRate, meanWonAmount, meanCycleDays } = parts;
  if (winRate === null || meanWonAmount === null || meanCycleDays === null || meanCycleDays <= 0) return null;
  return (open * winRate * meanWonAmount) / meanCycleDays;
}
