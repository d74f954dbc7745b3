import { compareRates, fewestToTell, type RateVerdict } from './compare-rates.ts';
import type { Figures } from './figures.ts';
import { type Rate, rateOf } from './rate.ts';
import type { ResultGroup, Results } from './results.ts';

/** One group beside what it is compared with. */
export type ResultRow = {
  group: ResultGroup;
  /** In words; null = none, or the rest of the market. */
  label: string | null;
  isRest: boolean;
  /** Fewer closed deals than anything can be said of. */
  isTooFew: boolean;
  wins: RateVerdict;
  replies: RateVerdict;
  /** The rates it was held against. */
  against: RestRates;
};

export type RestRates = { winRate: Rate | null; replyRate: Rate | null; meetingRate: Rate | null };

/**
 * Sets groups of one dimension beside the rest: for segments what is in none of them, otherwise (or when too little is
 * left) everything but the group itself, so that a large group is never compared with itself.
 */
export function resultRows(results: Results, dimension: string): ResultRow[] {
  const rest = results.groups.find((group) => isRestOf(group, dimension));
  // Accounts touched in a later month have had less time to answer: months cannot be held against each other.
  const isMatured = dimension !== 'month';
  const isRestTelling = rest !== undefined && tellsEnough(rest);
  return results.groups.map((group) => {
    const isRest = group === rest;
    const other = isRestTelling ? rest : others(results.total, group);
    return {
      group,
      label: group.labels[dimension] ?? null,
      isRest,
      isTooFew: group.won + group.lost < fewestToTell,
      wins: verdict(group.winRate, other.winRate),
      replies: isMatured ? verdict(group.replyRate, other.replyRate) : 'noClearDifference',
      against: { winRate: other.winRate, replyRate: other.replyRate, meetingRate: other.meetingRate },
    };
  });
}

/** What the dotted lines of the whiskers stand for. */
export function restRates(results: Results, dimension: string): RestRates {
  const rest = results.groups.find((group) => isRestOf(group, dimension));
  return rest && tellsEnough(rest) ? rest : results.total;
}

/** When segments cover nearly everything, hardly anything is left to compare with. */
function tellsEnough(rest: ResultGroup): boolean {
  return rest.won + rest.lost >= fewestToTell;
}

function isRestOf(group: ResultGroup, dimension: string): boolean {
  return dimension === 'segment' && group.key.segment === null;
}

function others(total: Figures, group: Figures): RestRates {
  return {
    winRate: without(total.winRate, group.winRate),
    replyRate: without(total.replyRate, group.replyRate),
    meetingRate: without(total.meetingRate, group.meetingRate),
  };
}

function without(total: Rate | null, part: Rate | null): Rate | null {
  if (total === null || part === null) return total;
  return rateOf(successes(total) - successes(part), total.n - part.n);
}

/** How many of `n` a rate stands for. */
export function successes(rate: Rate): number {
  return Math.round((rate.value ?? 0) * rate.n);
}

function verdict(rate: Rate | null, other: Rate | null): RateVerdict {
  return rate && other ? compareRates(rate, other) : 'tooFew';
}
