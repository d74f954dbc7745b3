import { formatMoney, formatNumber, formatRate } from '#lib/shared/format.ts';
import type { Rates } from './input.ts';

export type Goal = 'balance' | 'keep' | 'travel';

/** Three sliders over the rates: each multiplies the prices of one goal (½, 1, 2, 4). */
export function weighGoals(rates: Rates, weights: Partial<Record<Goal, number>>): Rates {
  const { balance = 1, keep = 1, travel = 1 } = weights;
  return {
    ...rates,
    balancePotentialRate: rates.balancePotentialRate * balance,
    balanceTouchAmount: rates.balanceTouchAmount * balance,
    balanceCountAmount: rates.balanceCountAmount * balance,
    moveAmount: rates.moveAmount * keep,
    moveAmountByTier: Object.fromEntries(
      Object.entries(rates.moveAmountByTier).map(([tier, amount]) => [tier, amount * keep]),
    ),
    movePotentialRate: rates.movePotentialRate * keep,
    movePipelineRate: rates.movePipelineRate * keep,
    travelKmAmount: rates.travelKmAmount * travel,
  };
}

/** The goals with their exchange rates, one sentence each, as a leader can answer them. */
export function goalsInWords(rates: Rates, currency: string): string[] {
  const money = (amount: number, digits = 0) => formatMoney(amount, currency, { digits });
  const sentences: string[] = [];
  const band = formatRate(rates.bandRate, { digits: 0 });
  const prices = [
    rates.balancePotentialRate > 0
      ? `${money(rates.balancePotentialRate, 2)} for each ${money(1)} of potential`
      : null,
    rates.balanceTouchAmount > 0 ? `${money(rates.balanceTouchAmount)} for each touch a month` : null,
    rates.balanceCountAmount > 0 ? `${money(rates.balanceCountAmount)} for each account` : null,
  ].filter((price) => price !== null);
  sentences.push(
    prices.length === 0
      ? 'Balance does not matter.'
      : `A book within ${band} of its target is fine. Outside, it costs ${prices.join(', ')}; ${formatNumber(rates.farFactor, { digits: 1 })} times that beyond twice the tolerance.`,
  );
  const tiers = Object.entries(rates.moveAmountByTier).map(([tier, amount]) => `${money(amount)} in ${tier}`);
  sentences.push(
    `Moving an account from its holder costs ${[...tiers, `${money(rates.moveAmount)}${tiers.length > 0 ? ' otherwise' : ''}`].join(', ')}, plus ${formatRate(rates.movePotentialRate, { digits: 0 })} of its potential and ${formatRate(rates.movePipelineRate, { digits: 0 })} of its open pipeline.`,
  );
  sentences.push(
    rates.travelKmAmount === 0
      ? 'Distance does not matter.'
      : `A kilometre between rep and account costs ${money(rates.travelKmAmount, 2)} a touch, up to ${formatNumber(rates.travelMaxKm)} km.`,
  );
  return sentences;
}
