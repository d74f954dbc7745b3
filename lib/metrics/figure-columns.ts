import type { Figures } from './figures.ts';

type Cell = string | number | null;

/** A result as columns of a file: the figures' names of the API, flattened. */
export const figureColumns: { name: string; read: (figures: Figures) => Cell }[] = [
  { name: 'won', read: (of) => of.won },
  { name: 'lost', read: (of) => of.lost },
  { name: 'open', read: (of) => of.open },
  { name: 'created', read: (of) => of.created },
  { name: 'winRate', read: (of) => of.winRate?.value ?? null },
  { name: 'winRateLow', read: (of) => of.winRate?.low ?? null },
  { name: 'winRateHigh', read: (of) => of.winRate?.high ?? null },
  { name: 'wonAmount', read: (of) => of.wonAmount.value },
  { name: 'openAmount', read: (of) => of.openAmount?.value ?? null },
  { name: 'openWeightedAmount', read: (of) => of.openWeightedAmount?.value ?? null },
  { name: 'createdAmount', read: (of) => of.createdAmount?.value ?? null },
  { name: 'amountMean', read: (of) => of.amount.mean },
  { name: 'amountMedian', read: (of) => of.amount.median },
  { name: 'acvMean', read: (of) => of.acvAmount.mean },
  { name: 'acvMedian', read: (of) => of.acvAmount.median },
  { name: 'acvKnown', read: (of) => of.acvAmount.n },
  { name: 'cycleDaysMean', read: (of) => of.cycleDays.mean },
  { name: 'cycleDaysP25', read: (of) => of.cycleDays.p25 },
  { name: 'cycleDaysMedian', read: (of) => of.cycleDays.median },
  { name: 'cycleDaysP75', read: (of) => of.cycleDays.p75 },
  { name: 'velocityPerDay', read: (of) => of.velocityPerDay },
  { name: 'touched', read: (of) => of.touched },
  { name: 'replyRate', read: (of) => of.replyRate?.value ?? null },
  { name: 'replyRateLow', read: (of) => of.replyRate?.low ?? null },
  { name: 'replyRateHigh', read: (of) => of.replyRate?.high ?? null },
  { name: 'positiveReplyRate', read: (of) => of.positiveReplyRate?.value ?? null },
  { name: 'meetingRate', read: (of) => of.meetingRate?.value ?? null },
];
