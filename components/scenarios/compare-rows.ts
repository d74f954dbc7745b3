import { formatMoney, formatNumber, formatRate } from '#lib/shared/format.ts';
import type { ComparedSide, Spread } from '#lib/shared/scenario-shapes.ts';

/** One figure of a comparison: how it reads, and which way is better. */
export type CompareRow = {
  label: string;
  hint?: string;
  value: (side: ComparedSide) => number | null;
  text: (side: ComparedSide) => string;
  /** Absent = neither way is better by itself. */
  better?: 'more' | 'less';
};

export type CompareGroup = { title: string; rows: CompareRow[] };

const NONE = '–';

function spreadRows(what: string, of: (side: ComparedSide) => Spread): CompareRow[] {
  return [
    {
      label: `${what}: reps in the band`,
      hint: 'Of those with a target: an even share of the slot, weighted by ramp.',
      value: (side) => of(side).inBandRate,
      text: (side) => {
        const { reps, inBand, inBandRate } = of(side);
        return inBandRate === null ? NONE : `${inBand} of ${reps} (${formatRate(inBandRate, { digits: 0 })})`;
      },
      better: 'more',
    },
    {
      label: `${what}: least to most`,
      hint: 'Smallest and largest book against an even share.',
      value: () => null,
      text: (side) => {
        const { lowestRate, highestRate } = of(side);
        if (lowestRate === null || highestRate === null) return NONE;
        return `${formatRate(lowestRate, { digits: 0 })} – ${formatRate(highestRate, { digits: 0 })}`;
      },
    },
    {
      label: `${what}: largest deviation`,
      value: (side) => of(side).maxDeviationRate,
      text: (side) => rateText(of(side).maxDeviationRate),
      better: 'less',
    },
  ];
}

/** What is published moves nothing, which is no merit of it. */
function moved(side: ComparedSide, value: number): number | null {
  return side.kind === 'published' ? null : value;
}

/** Every figure in the order it is shown. */
export function compareGroups(currency: string): CompareGroup[] {
  const money = (amount: number | null) =>
    amount === null ? NONE : formatMoney(amount, currency, { compact: true });
  const count = (
    label: string,
    value: (side: ComparedSide) => number,
    rest: Partial<CompareRow> = {},
  ): CompareRow => ({ label, value, text: (side) => formatNumber(value(side)), ...rest });
  const withRate = (amount: string, rate: number | null) =>
    rate === null ? amount : `${amount} (${formatRate(rate)})`;
  return [
    {
      title: 'Balance',
      rows: [
        ...spreadRows('Potential', (side) => side.balance.potential),
        ...spreadRows('Workload', (side) => side.balance.workload),
        ...spreadRows('Accounts', (side) => side.balance.accounts),
      ],
    },
    {
      title: 'Moves against what is published',
      rows: [
        {
          label: 'Accounts',
          hint: 'They change territory or holder.',
          value: (side) => moved(side, side.moves.accounts),
          text: ({ moves }) => withRate(formatNumber(moves.accounts), moves.accountsRate),
          better: 'less',
        },
        {
          label: 'Potential',
          value: (side) => moved(side, side.moves.potentialAmount),
          text: ({ moves }) => withRate(money(moves.potentialAmount), moves.potentialRate),
          better: 'less',
        },
        {
          label: 'Open pipeline',
          hint: 'Open deals by the probability of their stage.',
          value: (side) => moved(side, side.moves.pipelineAmount),
          text: ({ moves }) => withRate(money(moves.pipelineAmount), moves.pipelineRate),
          better: 'less',
        },
      ],
    },
    {
      title: 'Coverage',
      rows: [
        count('Unassigned', (side) => side.coverage.unassigned, { better: 'less' }),
        {
          label: 'Potential unassigned',
          value: (side) => side.coverage.unassignedAmount,
          text: (side) => money(side.coverage.unassignedAmount),
          better: 'less',
        },
        count('In a territory, nobody holds them', (side) => side.coverage.withoutHolder, {
          better: 'less',
        }),
        count('No eligible rep', (side) => side.coverage.noEligibleRep, {
          hint: 'By tier and region, no rep of this slot may hold them.',
          better: 'less',
        }),
        count('Territories', (side) => side.territories),
      ],
    },
    {
      title: 'Capacity, touches a month',
      rows: [
        count('Supply', (side) => Math.round(side.capacity.supplyTouches), {
          hint: 'What the holders of this slot can do this month, after ramp and time off.',
        }),
        count('Demand', (side) => Math.round(side.capacity.demandTouches), {
          hint: 'What the tiers of their accounts ask for; holders without a capacity are not in it.',
        }),
        count('Left over', (side) => Math.round(side.capacity.gapTouches), { better: 'more' }),
        count('Over capacity', (side) => side.capacity.repsOverCapacity, { better: 'less' }),
        count('Over account cap', (side) => side.capacity.repsOverCap, { better: 'less' }),
      ],
    },
    {
      title: 'Quota against potential',
      rows: [
        {
          label: 'Quota',
          value: (side) => side.quota.quotaAmount,
          text: (side) => money(side.quota.quotaAmount),
        },
        {
          label: 'Potential of those with a quota',
          value: (side) => side.quota.potentialAmount,
          text: (side) => money(side.quota.potentialAmount),
          better: 'more',
        },
        {
          label: 'Potential per quota',
          value: (side) => side.quota.potentialPerQuota,
          text: ({ quota }) =>
            quota.potentialPerQuota === null
              ? NONE
              : `${formatNumber(quota.potentialPerQuota, { digits: 1 })} ×`,
          better: 'more',
        },
        count('Without a quota', (side) => side.quota.withoutQuota),
      ],
    },
  ];
}

/** Indexes of the sides that are best in a row; none where no way is better, or most are alike. */
export function bestOf(row: CompareRow, sides: readonly ComparedSide[]): ReadonlySet<number> {
  const values = sides.map(row.value);
  const known = values.filter((value) => value !== null);
  if (!row.better || known.length < 2 || new Set(known).size < 2) return new Set();
  const best = row.better === 'more' ? Math.max(...known) : Math.min(...known);
  const found = values.flatMap((value, index) => (value === best ? [index] : []));
  return new Set(found.length * 2 > sides.length ? [] : found);
}

function rateText(rate: number | null): string {
  return rate === null ? NONE : formatRate(rate, { digits: 0 });
}
