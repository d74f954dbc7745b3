import { type Rate, rateOf } from './rate.ts';

/**
 * Meeting rate = accounts that had a meeting after their first touch ÷ accounts first touched in the period. A
 * meeting nobody came to does not count, nor does one that is only scheduled. Null with no touched account.
 */
export function meetingRate(met: number, touched: number): Rate {
  return rateOf(met, touched);
}
