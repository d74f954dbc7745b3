import type { Letter } from '#lib/shared/book-shapes.ts';
import { formatCount, formatNumber } from '#lib/shared/format.ts';

/** The letter's first sentences: what the book holds, and how much of it is new. */
export function summaryOf({ accounts, came, went }: Letter): string {
  const book = `Your book now holds ${formatCount(accounts.length, 'account')}.`;
  if (came.length === 0 && went.length === 0) return `${book} Nothing in it changed.`;
  const news = came.length === 0 ? 'None is new' : `${formatCount(came.length, 'account')} came to you`;
  const gone = went.length === 0 ? 'none left you' : `${formatCount(went.length, 'account')} went to others`;
  return `${book} ${news}, ${gone}.`;
}

const noTier = 'without a tier';
const inWords = new Intl.ListFormat('en', { type: 'conjunction' });

/** How many accounts of each tier the book holds: `12 are in Tier 1, 30 in Tier 2 and 4 without a tier.` */
export function tiersOf({ accounts }: Letter): string {
  const counts = Map.groupBy(accounts, ({ tier }) => tier ?? noTier);
  const parts = [...counts]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([tier, rows], at) => {
      const verb = at > 0 ? '' : rows.length === 1 ? 'is ' : 'are ';
      return `${formatNumber(rows.length)} ${verb}${tier === noTier ? '' : 'in '}${tier}`;
    });
  return parts.length === 0 ? '' : `${inWords.format(parts)}.`;
}
