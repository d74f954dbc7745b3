import type { CellKind, FileCell, TableFile } from '#lib/shared/table-file/table-file.ts';
import type { Figures } from './figures.ts';

/** A result as columns of a file: the figures' names of the API, flattened. */
const figureColumns: {
  name: string;
  /** As people read it. */
  label: string;
  kind: CellKind;
  read: (figures: Figures) => FileCell;
}[] = [
  { name: 'won', label: 'Won', kind: 'number', read: (of) => of.won },
  { name: 'lost', label: 'Lost', kind: 'number', read: (of) => of.lost },
  { name: 'open', label: 'Open', kind: 'number', read: (of) => of.open },
  { name: 'created', label: 'Deals created', kind: 'number', read: (of) => of.created },
  { name: 'winRate', label: 'Win rate', kind: 'rate', read: (of) => of.winRate?.value ?? null },
  { name: 'winRateLow', label: 'Win rate, at least', kind: 'rate', read: (of) => of.winRate?.low ?? null },
  { name: 'winRateHigh', label: 'Win rate, at most', kind: 'rate', read: (of) => of.winRate?.high ?? null },
  { name: 'wonAmount', label: 'Won amount', kind: 'money', read: (of) => of.wonAmount.value },
  { name: 'openAmount', label: 'Open pipeline', kind: 'money', read: (of) => of.openAmount?.value ?? null },
  {
    name: 'openWeightedAmount',
    label: 'Weighted pipeline',
    kind: 'money',
    read: (of) => of.openWeightedAmount?.value ?? null,
  },
  {
    name: 'createdAmount',
    label: 'Pipeline created',
    kind: 'money',
    read: (of) => of.createdAmount?.value ?? null,
  },
  { name: 'amountMean', label: 'Amount, mean', kind: 'money', read: (of) => of.amount.mean },
  { name: 'amountMedian', label: 'Amount, median', kind: 'money', read: (of) => of.amount.median },
  { name: 'acvMean', label: 'ACV, mean', kind: 'money', read: (of) => of.acvAmount.mean },
  { name: 'acvMedian', label: 'ACV, median', kind: 'money', read: (of) => of.acvAmount.median },
  { name: 'acvKnown', label: 'Won deals with an ACV', kind: 'number', read: (of) => of.acvAmount.n },
  { name: 'cycleDaysMean', label: 'Cycle days, mean', kind: 'number', read: (of) => of.cycleDays.mean },
  {
    name: 'cycleDaysP25',
    label: 'Cycle days, lower quartile',
    kind: 'number',
    read: (of) => of.cycleDays.p25,
  },
  { name: 'cycleDaysMedian', label: 'Cycle days, median', kind: 'number', read: (of) => of.cycleDays.median },
  {
    name: 'cycleDaysP75',
    label: 'Cycle days, upper quartile',
    kind: 'number',
    read: (of) => of.cycleDays.p75,
  },
  { name: 'velocityPerDay', label: 'Velocity a day', kind: 'money', read: (of) => of.velocityPerDay },
  { name: 'touched', label: 'Touched', kind: 'number', read: (of) => of.touched },
  { name: 'replyRate', label: 'Reply rate', kind: 'rate', read: (of) => of.replyRate?.value ?? null },
  {
    name: 'replyRateLow',
    label: 'Reply rate, at least',
    kind: 'rate',
    read: (of) => of.replyRate?.low ?? null,
  },
  {
    name: 'replyRateHigh',
    label: 'Reply rate, at most',
    kind: 'rate',
    read: (of) => of.replyRate?.high ?? null,
  },
  {
    name: 'positiveReplyRate',
    label: 'Positive reply rate',
    kind: 'rate',
    read: (of) => of.positiveReplyRate?.value ?? null,
  },
  { name: 'meetingRate', label: 'Meeting rate', kind: 'rate', read: (of) => of.meetingRate?.value ?? null },
  {
    name: 'meetingRateLow',
    label: 'Meeting rate, at least',
    kind: 'rate',
    read: (of) => of.meetingRate?.low ?? null,
  },
  {
    name: 'meetingRateHigh',
    label: 'Meeting rate, at most',
    kind: 'rate',
    read: (of) => of.meetingRate?.high ?? null,
  },
];

/**
 * Results as a file: one line a group behind its labels, the total last; money in `currency`. The figures are called as
 * in the API, or in words for people.
 */
export function figuresFile(
  name: string,
  labels: readonly string[],
  lines: readonly { labels: readonly (string | null)[]; figures: Figures }[],
  currency: string,
  headers: 'keys' | 'words' = 'keys',
): TableFile {
  return {
    name,
    currency,
    columns: [
      ...labels.map((header) => ({ header })),
      ...figureColumns.map((column) => ({
        header: headers === 'words' ? column.label : column.name,
        kind: column.kind,
      })),
    ],
    rows: lines.map((line) => [...line.labels, ...figureColumns.map((column) => column.read(line.figures))]),
  };
}
