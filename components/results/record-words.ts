import type { RecordFigure, RecordsAbout, ResultsFrame } from '#lib/metrics/results.ts';
import { formatCount } from '#lib/shared/format.ts';
import { performanceGroups } from '#lib/metrics/performance-filters.ts';
import { periodWords } from './words.ts';

const figureWords: Record<RecordFigure, [one: string, many: string]> = {
  won: ['won deal', 'won deals'],
  lost: ['lost deal', 'lost deals'],
  closed: ['closed deal', 'closed deals'],
  open: ['open deal', 'open deals'],
  created: ['deal created', 'deals created'],
  all: ['deal', 'deals'],
  touched: ['account first touched', 'accounts first touched'],
  replied: ['account that replied', 'accounts that replied'],
  repliedPositively: ['account that replied positively', 'accounts that replied positively'],
  met: ['account that had a meeting', 'accounts that had a meeting'],
};

const accountFigures = new Set<RecordFigure>(['touched', 'replied', 'repliedPositively', 'met']);
/** Filters on deals say nothing about who was touched. */
const dealDimensions = new Set(['pipeline', 'product', 'source', 'stage']);

/** `136 won deals`, `373 deals at or past Negotiation`. */
export function recordsTitle(figure: RecordFigure, reached: string | null, count: number): string {
  const [one, many] = figureWords[figure];
  const what = formatCount(count, one, many);
  return reached === null ? what : `${what} at or past ${reached}`;
}

/** The filters in words: group, period, membership. */
export function recordsFilterWords(
  figure: RecordFigure,
  about: readonly RecordsAbout[],
  frame: ResultsFrame,
): string[] {
  const isOfAccounts = accountFigures.has(figure);
  const counted = about.filter(({ dimension }) => !(isOfAccounts && dealDimensions.has(dimension)));
  const parts = counted.flatMap(({ dimension, values }) =>
    values.map((value) => {
      if (dimension === 'segment' && value === null) return 'Rest of market';
      if (dimension === 'compared') return value === 'Yes' ? 'Compared segments' : 'Rest of market';
      const name = (performanceGroups as Record<string, string>)[dimension] ?? dimension;
      return value === null ? `No ${name.toLowerCase()}` : `${name}: ${value}`;
    }),
  );
  const hasPeriod = figure !== 'open' && (frame.from !== null || frame.to !== null);
  return [
    ...parts,
    ...(hasPeriod ? [periodWords(frame.from, frame.to)] : []),
    ...(frame.membership === 'atCreation' ? ['membership when the deal was created'] : []),
  ];
}
