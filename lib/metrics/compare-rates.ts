import type { Rate } from './rate.ts';

/** Below this many tries nothing is claimed about a rate. */
export const fewestToTell = 10;

export type RateVerdict = 'higher' | 'lower' | 'noClearDifference' | 'tooFew';

/**
 * Whether a rate differs from another one: only where their 95 % intervals do not meet, a strict reading (it misses
 * some real differences, it rarely claims a false one). With fewer than ten tries on either side: too few to tell.
 */
export function compareRates(rate: Rate, other: Rate): RateVerdict {
  if (rate.n < fewestToTell || other.n < fewestToTell) return 'tooFew';
  if (rate.low === null || rate.high === null || other.low === null || other.high === null) return 'tooFew';
  if (rate.low > other.high) return 'higher';
  if (rate.high < other.low) return 'lower';
  return 'noClearDifference';
}
