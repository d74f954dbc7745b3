import { formatMoney } from '#lib/shared/format.ts';
import type { CarveMove } from './reasons.ts';

/** Why an account moves, for a person: `nameOf` gives a rep's name. */
export function moveSentence(move: CarveMove, nameOf: (repId: number) => string, currency: string): string {
  const from = move.fromRepId === null ? '' : nameOf(move.fromRepId);
  if (move.toRepId === null) return 'Nobody who may hold it has room for it.';
  const to = nameOf(move.toRepId);
  const price =
    move.stayingAmount === null || move.stayingAmount < 1
      ? ''
      : ` Leaving it would cost the plan ${formatMoney(move.stayingAmount, currency, { compact: true })}.`;
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
      return `${from} is full: keeping it would pass a cap.`;
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
