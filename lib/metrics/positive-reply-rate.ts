import { type Rate, rateOf } from './rate.ts';

/**
 * Positive reply rate = accounts with a positive reply (or one that booked a meeting) ÷ accounts first touched in
 * the period. Null with no touched account.
 */
export function positiveReplyRate(repliedPositively: number, touched: number): Rate {
  return rateOf(repliedPositively, touched);
}
