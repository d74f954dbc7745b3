import { wilsonInterval } from './wilson-interval.ts';

/** A share 0–1 of `n` with its 95 % Wilson interval; all null but `n` when n is 0. */
export type Rate = { value: number | null; n: number; low: number | null; high: number | null };

/** `successes` ÷ `n`. */
export function rateOf(successes: number, n: number): Rate {
  const interval = wilsonInterval(successes, n);
  if (!interval) return { value: null, n: Math.max(0, n), low: null, high: null };
  return { value: successes / n, n, ...interval };
}
