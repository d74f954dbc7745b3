import { formatMoney, formatNumber, formatRate } from '#lib/shared/format.ts';
import type { Carved } from './solve-plan.ts';
import { movedRate } from './solve-within.ts';

/** How far a plan, or a part of it, can be from the best possible one. */
export type Gap = {
  costAmount: number;
  lowerBoundAmount: number;
  /** At most this much dearer than the best possible plan; as a share of the cost. */
  gapAmount: number;
  gapRate: number;
};

export type PartGap = Gap & { label: string; families: number; reps: number };

/** Gap of every part with free families, largest first, and of the whole. */
export function gapsOf({ built, solved }: Carved): { total: Gap; parts: PartGap[] } {
  const parts = built.components.flatMap(({ problem, reps }, part) => {
    if (problem.units === 0) return [];
    const { cost, lowerBound } = solved[part]!;
    const groups = [...new Set(reps.map((rep) => built.input.reps[rep]!.group))];
    return [
      { ...gapOf(cost, lowerBound), label: groups.join(', '), families: problem.units, reps: problem.reps },
    ];
  });
  const sum = (pick: (part: PartGap) => number) => parts.reduce((total, part) => total + pick(part), 0);
  return {
    total: gapOf(
      sum((part) => part.costAmount),
      sum((part) => part.lowerBoundAmount),
    ),
    parts: parts.sort((a, b) => b.gapAmount - a.gapAmount),
  };
}

function gapOf(costAmount: number, lowerBoundAmount: number): Gap {
  const gapAmount = Math.max(0, costAmount - lowerBoundAmount);
  return { costAmount, lowerBoundAmount, gapAmount, gapRate: costAmount > 0 ? gapAmount / costAmount : 0 };
}

/** What the gap means, in a few honest sentences. */
export function gapSentence(carved: Carved, currency: string): string {
  const { total, parts } = gapsOf(carved);
  const money = (amount: number) => formatMoney(amount, currency, { compact: true });
  const [largest] = parts;
  if (!largest) return 'Nothing was left to decide: everything is locked or outside of what may change.';
  const sentences = [
    total.gapAmount < 1
      ? 'No plan can be better under these rules and prices.'
      : `No plan under these rules and prices can be better by more than ${money(total.gapAmount)} (${formatRate(total.gapRate)} of what this plan costs).`,
  ];
  if (total.gapAmount >= 1) {
    if (parts.length > 1) {
      sentences.push(
        `Most of that is in ${largest.label} (${money(largest.gapAmount)}, ${formatRate(largest.gapRate)}).`,
      );
    }
    if (largest.families < 20 * largest.reps) {
      sentences.push(
        `There are only ${formatNumber(largest.families)} families for ${formatNumber(largest.reps)} reps, and large accounts cannot be split: part of it may be out of reach for any plan.`,
      );
    }
  }
  sentences.push(...movedSentences(carved, money));
  if (carved.isStoppedEarly) {
    sentences.push(
      'The search was stopped early: this is the best plan found until then, and another run may differ.',
    );
  }
  return sentences.join(' ');
}

/** What the wish that few accounts change hands did to the prices, and whether it came true. */
function movedSentences(carved: Carved, money: (amount: number) => string): string[] {
  const most = carved.built.input.maxMovedRate ?? null;
  if (most === null || carved.extraMoveAmount === 0) return [];
  const share = formatRate(most);
  const price = money(carved.extraMoveAmount);
  if (movedRate(carved) <= most) {
    return [`Every move is priced ${price} higher, so that at most ${share} of the accounts change hands.`];
  }
  // Stopped early, a higher price may not have been tried.
  const reason = carved.isStoppedEarly
    ? ''
    : ': the others cannot stay where they are, or their books would pass a cap';
  return [`More than ${share} of the accounts change hands, even with every move ${price} dearer${reason}.`];
}
