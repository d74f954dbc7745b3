import { BarChart } from '#components/charts/bar-chart.tsx';
import { ChartCard } from '#components/charts/chart-card.tsx';
import type { ChartDatum, ChartSeries } from '#components/charts/chart-data.ts';
import { formatNumber } from '#lib/shared/format.ts';
import type { CapacityView } from '#lib/shared/capacity-shapes.ts';
import { gapSentence, monthText, touches } from './capacity-words.ts';

const series: ChartSeries[] = [
  { key: 'ramped', label: 'At full ramp', colour: 'var(--cat-1)' },
  { key: 'ramping', label: 'Still ramping', colour: 'var(--cat-2)' },
  { key: 'opening', label: 'Open places', colour: 'var(--cat-3)', hatched: true },
];

/** Supply by month, stacked by readiness, against the demand; the same figures as a table. */
export function CapacityChart({
  view,
  facts,
  filters,
  stale,
}: {
  view: CapacityView;
  facts: string;
  filters: string;
  stale: boolean;
}) {
  const data: ChartDatum[] = view.months.map((month) => ({
    key: month.month,
    label: monthText(month.month),
    values: { ramped: month.rampedTouches, ramping: month.rampingTouches, opening: month.openingTouches },
  }));
  return (
    <ChartCard
      question="Can the team do what the tiers ask for?"
      facts={facts}
      filters={filters}
      table={{
        columns: [
          { label: 'Month' },
          ...[
            'People',
            'Demand',
            'Supply',
            'At full ramp',
            'Still ramping',
            'Open places',
            'Time off',
            'Attrition',
            'Gap',
          ].map((label) => ({ label, numeric: true })),
        ],
        rows: view.months.map((month) => {
          const numbers = [
            month.people,
            month.demandTouches,
            month.touches,
            month.rampedTouches,
            month.rampingTouches,
            month.openingTouches,
            month.timeOffTouches,
            month.attritionTouches,
            month.gapTouches,
          ];
          return {
            key: month.month,
            cells: [month.month, ...numbers.map((value) => Math.round(value * 10) / 10)],
            shown: [
              monthText(month.month),
              formatNumber(month.people, { digits: 1 }),
              ...numbers.slice(1).map((value) => formatNumber(Math.round(value))),
            ],
          };
        }),
      }}
      fileName={`capacity-${view.role ?? 'nobody'}`}
      series={series}
      note="Touches a month, after ramp, time off and expected attrition. Demand is as of today in every month."
      stale={stale}
      empty={
        view.team.length === 0 ? <p className="py-6 text-ink-2">Nobody works in this role.</p> : undefined
      }
    >
      <BarChart
        summary={`Supply by month against ${touches(view.demandTouches)} of demand. ${gapSentence(view)}`}
        data={data}
        series={series}
        stacked
        totals
        reference={{
          value: view.demandTouches,
          label: `Demand ${formatNumber(Math.round(view.demandTouches))}`,
        }}
        format={(value) => formatNumber(Math.round(value))}
        height={300}
      />
    </ChartCard>
  );
}
