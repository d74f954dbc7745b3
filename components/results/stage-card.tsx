'use client';
import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import type { Performance } from '#lib/metrics/performance.ts';
import { formatCount, formatMoney, formatNumber } from '#lib/shared/format.ts';
import { BarChart } from '../charts/bar-chart.tsx';
import { ChartCard } from '../charts/chart-card.tsx';
import type { ChartDatum, ChartSeries } from '../charts/chart-data.ts';
import { MetricName } from './metric-name.tsx';
import { recordsHref } from './records-href.ts';
import { asOfWords } from './words.ts';

/** Open deals by stage now, in money, and weighted where stages have a probability. */
export function StageCard({ data }: { data: Performance }) {
  const router = useRouter();
  const { openByStage, currency, filters } = data;
  const stages = openByStage.groups.filter((group) => (group.open ?? 0) > 0);
  const { openAmount, openWeightedAmount, open } = openByStage.total;
  const isMoney = openAmount !== null && openAmount.value !== null;
  const format = (value: number) =>
    isMoney ? formatMoney(value, currency, { compact: true }) : formatNumber(value);
  const series: ChartSeries[] = isMoney
    ? [
        { key: 'amount', label: 'Amount', colour: 'var(--chart-fill)' },
        ...(typeof openWeightedAmount?.value !== 'number'
          ? []
          : [{ key: 'weighted', label: 'Weighted by probability', colour: 'var(--cat-1)' }]),
      ]
    : [{ key: 'open', label: 'Deals', colour: 'var(--chart-fill)' }];
  const chart: ChartDatum[] = stages.map((group) => ({
    key: String(group.key.stage ?? ''),
    label: group.labels.stage ?? 'No known stage',
    values: {
      open: group.open,
      amount: group.openAmount?.value ?? null,
      weighted: group.openWeightedAmount?.value ?? null,
    },
  }));
  const hrefOf = (stage: string) =>
    recordsHref(data, { figure: 'open', key: { stage: stage === '' ? null : stage } });
  const amount = isMoney ? `, ${format(openAmount?.value ?? 0)}` : '';
  return (
    <ChartCard
      question="Where does open pipeline stand?"
      facts={`${formatCount(open ?? 0, 'open deal')}${amount} · ${asOfWords(data)}`}
      filters={[
        ...(filters.pipeline === null ? [] : [`${filters.pipeline} pipeline`]),
        'whatever the period',
      ].join(' · ')}
      table={{
        columns: [
          { label: 'Stage' },
          { label: 'Deals', numeric: true },
          { label: 'Amount', numeric: true },
          { label: 'Weighted', numeric: true },
        ],
        rows: chart.map((datum) => ({
          key: datum.key,
          cells: [
            datum.label,
            datum.values.open ?? null,
            datum.values.amount ?? null,
            datum.values.weighted ?? null,
          ],
          href: hrefOf(datum.key),
        })),
      }}
      fileName="open-pipeline"
      series={series}
      note={
        <>
          <MetricName metric="openAmount" />
          {isMoney && openAmount.known < (open ?? 0)
            ? `: ${formatNumber((open ?? 0) - openAmount.known)} of ${formatNumber(open ?? 0)} deals have no amount.`
            : ''}
          {' · '}
          {typeof openWeightedAmount?.value !== 'number' ? null : <MetricName metric="openWeightedAmount" />}
        </>
      }
      empty={stages.length === 0 ? <p className="py-6 text-ink-2">No deal is open.</p> : undefined}
    >
      <BarChart
        summary={`Open pipeline by stage: ${chart.map((datum) => `${datum.label} ${formatNumber(datum.values.open ?? 0)} deals`).join(', ')}`}
        data={chart}
        series={series}
        format={format}
        totals
        height={240}
        onPick={(stage) => router.push(hrefOf(stage) as Route)}
      />
    </ChartCard>
  );
}
