'use client';
import { BarChart } from '#components/charts/bar-chart.tsx';
import { ChartCard } from '#components/charts/chart-card.tsx';
import { type ChartSeries, tableOf } from '#components/charts/chart-data.ts';
import type { Book } from '#lib/shared/book-shapes.ts';
import { formatMoney, formatMonth } from '#lib/shared/format.ts';

/** Money won by quarter beside the median of the role. */
export function WonChart({ book, currency }: { book: Book; currency: string }) {
  const hasMedian = book.quarters.some(({ medianAmount }) => medianAmount !== null);
  const series: ChartSeries[] = [
    { key: 'own', label: book.isOwn ? 'Mine' : book.rep.name, colour: 'var(--cat-1)' },
    ...(hasMedian ? [{ key: 'median', label: 'Median of the role', colour: 'var(--n-500)' }] : []),
  ];
  const money = (value: number) => formatMoney(value, currency, { compact: true });
  const data = book.quarters.map(({ fromOn, toOn, ownAmount, medianAmount }, at) => ({
    key: String(fromOn),
    label: `${formatMonth(fromOn)} – ${formatMonth(toOn)}`,
    values: { own: ownAmount, median: medianAmount },
    pale: at === book.quarters.length - 1,
  }));
  const summary = data.map(({ label, values }) => `${label}: ${money(values.own)}`).join('; ');
  return (
    <ChartCard
      className="border-b border-line"
      question={book.isOwn ? 'What did I win?' : `What did ${book.rep.name} win?`}
      facts="won deals by owner and close date, fiscal quarters"
      table={tableOf('Quarter', data, series, money)}
      fileName="won-by-quarter"
      series={series}
      note="The last quarter is not over yet."
      {...(book.quarters.every(({ ownAmount }) => ownAmount === 0) && !hasMedian
        ? { empty: <p className="text-ink-3">Nothing was won in the last four quarters.</p> }
        : {})}
    >
      <BarChart summary={summary} data={data} series={series} format={money} totals height={220} />
    </ChartCard>
  );
}
