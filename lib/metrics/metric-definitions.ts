type MetricDefinition = {
  label: string;
  unit: 'rate' | 'money' | 'moneyPerDay' | 'days' | 'count';
  /** One or two plain sentences: what is counted over what, and what is left out. */
  definition: string;
};

/** What each figure means, in the words shown on hover and in the documentation; one row per formula of this room. */
export const metricDefinitions = {
  won: {
    label: 'Won',
    unit: 'count',
    definition: 'Deals won, by close date in the period unless said otherwise.',
  },
  lost: {
    label: 'Lost',
    unit: 'count',
    definition: 'Deals lost, by close date in the period unless said otherwise.',
  },
  open: {
    label: 'Open',
    unit: 'count',
    definition: 'Deals open on the “as of” date, whatever the period.',
  },
  created: {
    label: 'Deals created',
    unit: 'count',
    definition: 'Deals created in the period, whatever became of them.',
  },
  winRate: {
    label: 'Win rate',
    unit: 'rate',
    definition:
      'Won ÷ (won + lost), by close date unless said otherwise. Open deals do not count. The whisker is the 95 % Wilson interval.',
  },
  wonAmount: {
    label: 'Won amount',
    unit: 'money',
    definition: 'Sum of the amounts of won deals. Deals without an amount are not in it.',
  },
  openAmount: {
    label: 'Open pipeline',
    unit: 'money',
    definition:
      'Sum of the amounts of deals open on the “as of” date. Deals without an amount are not in it.',
  },
  openWeightedAmount: {
    label: 'Weighted pipeline',
    unit: 'money',
    definition:
      'Open deals: amount × probability of their stage, summed. Deals without either are not in it.',
  },
  createdAmount: {
    label: 'Pipeline created',
    unit: 'money',
    definition:
      'Sum of the amounts of deals created in the period, whatever became of them. Deals without an amount are not in it.',
  },
  amount: {
    label: 'Amount',
    unit: 'money',
    definition: 'Mean and median amount of won deals that have one.',
  },
  acvAmount: {
    label: 'ACV',
    unit: 'money',
    definition:
      'Annual contract value of won deals: as given, else amount × 12 ÷ term in months, else unknown and left out.',
  },
  cycleDays: {
    label: 'Cycle',
    unit: 'days',
    definition:
      'Days from creation to close of won deals that have both dates. Median averages the two middle values; quartiles interpolate (type 7).',
  },
  velocityPerDay: {
    label: 'Velocity',
    unit: 'moneyPerDay',
    definition:
      'Open deals × win rate × mean amount of won deals ÷ mean cycle of won deals: money a day the pipeline is worth.',
  },
  touched: {
    label: 'Touched',
    unit: 'count',
    definition: 'Accounts whose first touch lies in the period. Filters on deals do not change it.',
  },
  replyRate: {
    label: 'Reply rate',
    unit: 'rate',
    definition:
      'Accounts that replied ÷ accounts first touched in the period. Out-of-office answers and bounces are no replies.',
  },
  positiveReplyRate: {
    label: 'Positive reply rate',
    unit: 'rate',
    definition:
      'Accounts with a positive reply, or one that booked a meeting ÷ accounts first touched in the period.',
  },
  meetingRate: {
    label: 'Meeting rate',
    unit: 'rate',
    definition:
      'Accounts that had a meeting ÷ accounts first touched in the period. No-shows and meetings still to come do not count.',
  },
  funnel: {
    label: 'Funnel',
    unit: 'count',
    definition:
      'Deals whose furthest known stage is at or past a stage. Without recorded stage changes the earlier stages are inferred from the stage order.',
  },
  quotaAttainment: {
    label: 'Attainment',
    unit: 'rate',
    definition:
      'Won amount of the rep’s deals closed in the period ÷ quota. The quarterly quota is taken by the days of the period; a manager’s is their team’s.',
  },
  coverage: {
    label: 'Coverage',
    unit: 'rate',
    definition:
      'Open pipeline ÷ the part of the quota that is still to win. None when nothing is left to win.',
  },
  balance: {
    label: 'Balance',
    unit: 'rate',
    definition:
      'How far a holder lies from an even share: (value − target) ÷ target. The target is the total by the holder’s weight.',
  },
} as const satisfies Record<string, MetricDefinition>;

export type MetricKey = keyof typeof metricDefinitions;
