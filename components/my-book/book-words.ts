import type { Book } from '#lib/shared/book-shapes.ts';
import { formatCount, formatMoney, formatNumber, formatRate } from '#lib/shared/format.ts';

type Measure = Book['measures'][number];

export const measureWords: Record<Measure['key'], { label: string; hint: string }> = {
  potential: { label: 'Potential', hint: 'of all accounts in the book' },
  workload: { label: 'Workload', hint: 'touches a month that their tiers ask for' },
  accounts: { label: 'Accounts', hint: 'held now' },
  pipeline: { label: 'Open pipeline', hint: 'open deals of these accounts' },
};

export function measureText(key: Measure['key'], value: number, currency: string): string {
  if (key === 'potential' || key === 'pipeline') return formatMoney(value, currency, { compact: true });
  return formatNumber(value);
}

/** Own against the middle: `12 % above`; null without a middle. */
export function againstMedian({ own, median }: Measure): string | null {
  if (median === null || median === 0) return null;
  const rate = own / median - 1;
  if (Math.abs(rate) < 0.005) return 'the same';
  return `${formatRate(Math.abs(rate), { digits: 0 })} ${rate > 0 ? 'above' : 'below'}`;
}

/** Why no middle is shown; null where one is. */
export function noMedianSentence({ rep, team, measures }: Book): string | null {
  if (measures.every(({ median }) => median !== null)) return null;
  if (rep.kind === 'pool') return 'A pool has nobody to compare with.';
  return `No median is shown: with ${formatCount(team, 'person', 'people')} in this role it would tell what a single one has.`;
}

/** `came from Dev Harrington`. */
export function moveWords(move: Book['moves'][number]): string {
  const other = move.otherName ?? 'nobody';
  return move.change === 'came' ? `came from ${other}` : `went to ${other}`;
}
