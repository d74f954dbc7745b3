import type { Letter } from '#lib/shared/book-shapes.ts';
import { formatCount } from '#lib/shared/format.ts';

/** The letter's first sentences: what the book holds, and how much of it is new. */
export function summaryOf({ accounts, came, went }: Letter): string {
  const book = `Your book now holds ${formatCount(accounts.length, 'account')}.`;
  if (came.length === 0 && went.length === 0) return `${book} Nothing in it changed.`;
  const news = came.length === 0 ? 'None is new' : `${formatCount(came.length, 'account')} came to you`;
  const gone = went.length === 0 ? 'none left you' : `${formatCount(went.length, 'account')} went to others`;
  return `${book} ${news}, ${gone}.`;
}

/** How many accounts of each tier the book holds, by name: `Tier 1: 12, Tier 2: 30, without a tier: 4`. */
export function tiersOf({ accounts }: Letter): string {
  const counts = Map.groupBy(accounts, ({ tier }) => tier ?? 'without a tier');
  return [...counts]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([tier, rows]) => `${tier}: ${rows.length}`)
    .join(', ');
}
