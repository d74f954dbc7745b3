import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { TooltipProvider } from '../ui/tooltip.tsx';
import { BarChart } from './bar-chart.tsx';
import { ChartCard } from './chart-card.tsx';
import { type ChartDatum, type ChartSeries, tableOf } from './chart-data.ts';
import { FunnelBars } from './funnel-bars.tsx';

const series: ChartSeries[] = [{ key: 'won', label: 'Won', colour: 'var(--cat-1)' }];
const data: ChartDatum[] = [
  { key: 'jan', label: 'Jan', values: { won: 1200 } },
  { key: 'feb', label: 'Feb', values: { won: null } },
];
const dollars = (value: number) => `$${value}`;

describe('ChartCard', () => {
  it('shows the same numbers as a table, unknown in words', async () => {
    const user = userEvent.setup();
    render(
      <TooltipProvider>
        <ChartCard
          question="What was won?"
          facts="n 2"
          fileName="won"
          table={tableOf('Month', data, series, dollars)}
          series={series}
        >
          <BarChart summary="Won by month" data={data} series={series} format={dollars} />
        </ChartCard>
      </TooltipProvider>,
    );
    expect(screen.getByRole('img', { name: 'Won by month' })).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Show as table' }));
    const rows = within(screen.getByRole('table')).getAllByRole('row');
    expect(rows.map((row) => row.textContent)).toEqual(['MonthWon', 'Jan$1200', 'Febunknown']);
    expect(screen.queryByRole('img', { name: 'Won by month' })).toBeNull();
  });
});

describe('FunnelBars', () => {
  it('counts every stage against the first, and claims nothing of nothing', () => {
    const stage = (key: string, count: number) => ({ key, label: key, reached: { won: { count } } });
    const { rerender } = render(
      <FunnelBars series={series} stages={[stage('All', 200), stage('Won', 50)]} />,
    );
    expect(screen.getByRole('row', { name: /^Won/ })).toHaveTextContent(/5025\s%$/);
    rerender(<FunnelBars series={series} stages={[stage('All', 0), stage('Won', 0)]} />);
    expect(screen.getByRole('row', { name: /^Won/ })).toHaveTextContent(/0–$/);
  });
});
