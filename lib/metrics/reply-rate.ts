import { type Rate, rateOf } from './rate.ts';

/**
 * Reply rate = accounts that replied ÷ accounts first touched in the period. An automatic answer (out of office,
 * bounced) is no reply, and a reply counts from the first touch on, up to `asOf`. Null with no touched account.
 */
export function replyRate(replied: number, touched: number): Rate {
  return rateOf(replied, touched);
}
