'use client';
import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import type { Performance } from '#lib/metrics/performance.ts';
import { formatMoney, formatNumber } from '#lib/shared/format.ts';
import { BarChart } from '../charts/bar-chart.tsx';
import { ChartCard } from '../charts/chart-card.tsx';
import { tableOf } from '../charts/chart-data.ts';
import { useMediaQuery } from '../table/use-media-query.ts';
import { createdMonths, noneKey, othersKey } from './created-months.ts';
import { MetricName } from './metric-name.tsx';
import { recordsHref } from './records-href.ts';
import { asOfWords, filterWords } from './words.ts';

/** What was created month by month, stacked by group; the running month is pale. */
export function CreatedCard({ data }: { data: Performance }) {
  const router = useRouter();
  const isPhone = useMediaQuery('(max-width: 639px)');
  const { groupBy } = data.filters;
  const months = createdMonths(data);
  const { total } = data.createdByMonth;
  const sum = total.createdAmount;
  const format = (value: number) =>
    months.isMoney ? formatMoney(value, data.currency, { compact: true }) : formatNumber(value);
  const created = months.isMoney
    ? `${format(sum?.value ?? 0)} created`
    : `${formatNumber(total.created ?? 0)} deals created`;
  const hrefOf = (month: string, series: string | null) => {
    const isGroup = groupBy !== 'month' && series !== null && series !== othersKey && series !== 'all';
    const key = isGroup ? { [groupBy]: series === noneKey ? null : series } : {};
    return recordsHref(data, { figure: 'created', by: 'created', key: { ...key, month } });
  };
  const table = tableOf('Month', months.data, months.series, format);
  return (
    <ChartCard
      question="Where does pipeline come from?"
      facts={[created, months.partial, asOfWords(data)].filter((fact) => fact !== null).join(' · ')}
      filters={filterWords(data).replace(/^Closed/, 'Created')}
      table={{ ...table, rows: table.rows.map((row) => ({ ...row, href: hrefOf(row.key, null) })) }}
      fileName="pipeline-created"
      series={[...months.series].reverse()}
      note={
        <>
          <MetricName metric="createdAmount" />
          {sum && total.created !== null && sum.known < total.created && months.isMoney
            ? `: ${formatNumber(total.created - sum.known)} of ${formatNumber(total.created)} deals have no amount.`
            : '.'}
          {months.isOverlapping && ' Segments overlap: a deal of two segments counts in both.'}
        </>
      }
      empty={
        (total.created ?? 0) === 0 ? (
          <p className="py-6 text-ink-2">No deal was created in this period.</p>
        ) : undefined
      }
    >
      <BarChart
        summary={`${created} by month${groupBy === 'month' ? '' : ' and group'}`}
        data={months.data}
        series={months.series}
        stacked
        totals={!isPhone}
        format={format}
        onPick={(month, series) => router.push(hrefOf(month, series) as Route)}
      />
    </ChartCard>
  );
}
