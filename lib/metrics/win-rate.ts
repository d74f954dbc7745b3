import { type Rate, rateOf } from './rate.ts';

/**
 * Win rate = won ÷ (won + lost), of deals closed in the period (of deals created in it when asked by creation).
 * Open deals do not count. Null with no closed deal.
 */
export function winRate(won: number, lost: number): Rate {
  return rateOf(won, won + lost);
}
