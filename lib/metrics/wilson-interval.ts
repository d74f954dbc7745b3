/** 97.5 % point of the standard normal distribution, for a two-sided 95 % interval. */
const z = 1.959963984540054;

export type Interval = { low: number; high: number };

/**
 * 95 % score interval of a proportion, without continuity correction: E. B. Wilson, "Probable Inference, the Law of
 * Succession, and Statistical Inference" (JASA 22, 1927). Stays within 0–1 and means something for small n and for
 * shares of 0 and 1. Null when nothing was tried.
 */
export function wilsonInterval(successes: number, n: number): Interval | null {
  if (!(n > 0) || !(successes >= 0) || successes > n) return null;
  const share = successes / n;
  const spread = z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  const centre = share + (z * z) / (2 * n);
  const scale = 1 + (z * z) / n;
  return {
    low: successes === 0 ? 0 : Math.max(0, (centre - spread) / scale),
    high: successes === n ? 1 : Math.min(1, (centre + spread) / scale),
  };
}
