import type { CellKind, FileCell, TableFile } from '#lib/shared/table-file/table-file.ts';
import type { Figures } from './figures.ts';

/** A result as columns of a file: the figures' names of the API, flattened. */
const figureColumns: { name: string; kind: CellKind; read: (figures: Figures) => FileCell }[] = [
  { name: 'won', kind: 'number', read: (of) => of.won },
  { name: 'lost', kind: 'number', read: (of) => of.lost },
  { name: 'open', kind: 'number', read: (of) => of.open },
  { name: 'created', kind: 'number', read: (of) => of.created },
  { name: 'winRate', kind: 'rate', read: (of) => of.winRate?.value ?? null },
  { name: 'winRateLow', kind: 'rate', read: (of) => of.winRate?.low ?? null },
  { name: 'winRateHigh', kind: 'rate', read: (of) => of.winRate?.high ?? null },
  { name: 'wonAmount', kind: 'money', read: (of) => of.wonAmount.value },
  { name: 'openAmount', kind: 'money', read: (of) => of.openAmount?.value ?? null },
  { name: 'openWeightedAmount', kind: 'money', read: (of) => of.openWeightedAmount?.value ?? null },
  { name: 'createdAmount', kind: 'money', read: (of) => of.createdAmount?.value ?? null },
  { name: 'amountMean', kind: 'money', read: (of) => of.amount.mean },
  { name: 'amountMedian', kind: 'money', read: (of) => of.amount.median },
  { name: 'acvMean', kind: 'money', read: (of) => of.acvAmount.mean },
  { name: 'acvMedian', kind: 'money', read: (of) => of.acvAmount.median },
  { name: 'acvKnown', kind: 'number', read: (of) => of.acvAmount.n },
  { name: 'cycleDaysMean', kind: 'number', read: (of) => of.cycleDays.mean },
  { name: 'cycleDaysP25', kind: 'number', read: (of) => of.cycleDays.p25 },
  { name: 'cycleDaysMedian', kind: 'number', read: (of) => of.cycleDays.median },
  { name: 'cycleDaysP75', kind: 'number', read: (of) => of.cycleDays.p75 },
  { name: 'velocityPerDay', kind: 'money', read: (of) => of.velocityPerDay },
  { name: 'touched', kind: 'number', read: (of) => of.touched },
  { name: 'replyRate', kind: 'rate', read: (of) => of.replyRate?.value ?? null },
  { name: 'replyRateLow', kind: 'rate', read: (of) => of.replyRate?.low ?? null },
  { name: 'replyRateHigh', kind: 'rate', read: (of) => of.replyRate?.high ?? null },
  { name: 'positiveReplyRate', kind: 'rate', read: (of) => of.positiveReplyRate?.value ?? null },
  { name: 'meetingRate', kind: 'rate', read: (of) => of.meetingRate?.value ?? null },
];

/** Results as a file: one line a group behind its labels, the total last; money in `currency`. */
export function figuresFile(
  name: string,
  labels: readonly string[],
  lines: readonly { labels: readonly (string | null)[]; figures: Figures }[],
  currency: string,
): TableFile {
  return {
    name,
    currency,
    columns: [
      ...labels.map((header) => ({ header })),
      ...figureColumns.map((column) => ({ header: column.name, kind: column.kind })),
    ],
    rows: lines.map((line) => [...line.labels, ...figureColumns.map((column) => column.read(line.figures))]),
  };
}
