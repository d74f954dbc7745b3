import { formatMoney } from '#lib/shared/format.ts';
import type { CarveMove } from './reasons.ts';

/** Why an account moves, for a person: `nameOf` gives a rep's name, `accountOf` an account's. */
export function moveSentence(
  move: CarveMove,
  nameOf: (repId: number) => string,
  accountOf: (accountId: number) => string,
  currency: string,
): string {
  const from = move.fromRepId === null ? '' : nameOf(move.fromRepId);
  if (move.toRepId === null) return 'Nobody who may hold it has room for it.';
  const to = nameOf(move.toRepId);
  const price = priceOf(move.stayingAmount, currency, 'Leaving it');
  switch (move.rule) {
    case 'unowned':
      return `Nobody holds it. ${to} is the cheapest rep who has room.`;
    case 'left':
      return `Its holder is not in this plan any more. ${to} is the cheapest rep who has room.`;
    case 'notEligible':
      return `${from} may not hold it under the rules of this plan.`;
    case 'locked':
      return `It is locked to ${to}.`;
    case 'family':
      return `It follows its family to ${to}.`;
    case 'capFull':
      return move.exchange
        ? `${from} is full: it could only stay if ${accountOf(move.exchange.accountId)} went to ${nameOf(move.exchange.toRepId)} instead.${priceOf(move.exchange.extraAmount, currency, 'That')}`
        : `${from} is full: keeping it would pass a cap.`;
    case 'tooMuch':
      return `With it, ${from} would hold more than the tolerance allows.${price}`;
    case 'tooLittle':
      return `Without it, ${to} would hold less than the tolerance allows.${price}`;
    case 'nearer':
      return `${to} is nearer than ${from}.${price}`;
    case 'balance':
      return `It evens out the books of ${from} and ${to}.${price}`;
  }
}

function priceOf(amount: number | null, currency: string, what: string): string {
  return amount === null || amount < 1
    ? ''
    : ` ${what} would cost the plan ${formatMoney(amount, currency, { compact: true })}.`;
}
