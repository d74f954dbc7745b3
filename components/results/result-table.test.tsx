import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { DealFact, DealOutcome } from '#lib/metrics/facts.ts';
import { figuresOf } from '#lib/metrics/figures.ts';
import type { Performance } from '#lib/metrics/performance.ts';
import { parsePerformanceFilters } from '#lib/metrics/performance-filters.ts';
import { restRates, resultRows } from '#lib/metrics/result-rows.ts';
import type { ResultGroup, Results } from '#lib/metrics/results.ts';
import { TooltipProvider } from '../ui/tooltip.tsx';
import { recordsHref } from './records-href.ts';
import { resultColumns } from './result-columns.tsx';
import { ResultTable } from './result-table.tsx';
import { sortRows } from './sort-rows.ts';

const options = { period: { from: null, to: null }, by: 'closed', cycle: 'won', stages: [] } as const;

function deals(won: number, lost: number): DealFact[] {
  const outcomes: DealOutcome[] = [...Array(won).fill('won'), ...Array(lost).fill('lost')];
  return outcomes.map((outcome, id) => ({
    id,
    accountId: 1,
    outcome,
    stageId: null,
    pipeline: '',
    amount: outcome === 'won' ? 1000 : null,
    acvAmount: null,
    termMonths: null,
    createdOn: 0,
    closedOn: 40,
    furthestPosition: null,
  }));
}

function group(id: string | null, name: string | null, won: number, lost: number): ResultGroup {
  return {
    ...figuresOf(deals(won, lost), [], options),
    key: { segment: id },
    labels: { segment: name },
    leftOutBeforePublish: 0,
  };
}

const byGroup: Results = {
  total: figuresOf(deals(166, 254), [], options),
  groups: [
    group('seg_1', 'Healthcare', 60, 20),
    group('seg_2', 'Aerospace', 2, 3),
    group(null, null, 104, 231),
  ],
  leftOut: { undated: 0, beforePublish: 0, withoutAccount: 0 },
};

const data: Performance = {
  frame: {
    asOf: '2026-11-22T09:00:00Z',
    from: '2026-01-01',
    to: '2026-11-22',
    membership: 'current',
    valuesAsOfToday: false,
  },
  filters: { ...parsePerformanceFilters({ compare: 'seg_1,seg_2' }), pipeline: 'New business' },
  currency: 'USD',
  timeZone: 'UTC',
  today: 20_779,
  isScoped: false,
  canExport: true,
  byGroup,
  compared: null,
  createdByMonth: byGroup,
  openByStage: byGroup,
  attainment: {
    asOf: '2026-11-22T09:00:00Z',
    from: '2026-01-01',
    to: '2026-11-22',
    membership: 'current',
    valuesAsOfToday: false,
    reps: [],
    teams: [],
  },
  options: { segments: [], pipelines: [] },
  closedSpan: null,
};

function show(onSort = vi.fn()) {
  const columns = resultColumns(data, restRates(byGroup, 'segment'));
  const rows = sortRows(resultRows(byGroup, 'segment'), columns, { id: 'winRate', desc: true });
  render(
    <TooltipProvider>
      <ResultTable
        data={data}
        rows={rows}
        columns={columns}
        sort={{ id: 'winRate', desc: true }}
        onSort={onSort}
      />
    </TooltipProvider>,
  );
  return onSort;
}

describe('the table of results', () => {
  it('claims a difference only where it is clear, and nothing of few deals', () => {
    show();
    const rows = screen.getAllByRole('row').slice(1, -1);
    expect(rows.map((row) => within(row).getByRole('rowheader').textContent)).toEqual([
      'Healthcare',
      'Aerospace',
      'Rest of market',
    ]);
    expect(rows[0]).toHaveTextContent('Wins higher');
    expect(rows[1]).toHaveTextContent('Too few to tell');
    expect(rows[1]).not.toHaveTextContent('Wins');
    expect(rows[2]).toHaveTextContent('Compared with');
  });

  it('draws every rate with its interval and says unknown instead of 0', () => {
    show();
    const healthcare = screen.getByRole('row', { name: /Healthcare/ });
    expect(
      within(healthcare).getByRole('img', { name: /75\.0\s%, likely between 64\.\d/ }),
    ).toBeInTheDocument();
    const cells = within(healthcare).getAllByRole('cell');
    expect(cells.map((cell) => cell.textContent)).toContain('–');
  });

  it('opens the records of each figure with the filters in force', () => {
    show();
    const link = screen.getByRole('link', { name: '60' });
    const params = new URL(link.getAttribute('href') ?? '', 'http://x').searchParams;
    expect(Object.fromEntries(params)).toEqual({
      figure: 'won',
      from: '2026-01-01',
      to: '2026-11-22',
      pipeline: 'New business',
      compare: 'seg_1,seg_2',
      segment: 'seg_1',
    });
    const rest = recordsHref(data, { figure: 'won', key: { segment: null } });
    expect(new URL(rest, 'http://x').searchParams.get('segment')).toBe('');
  });

  it('sorts by a head and explains the figure there', async () => {
    const user = userEvent.setup();
    const onSort = show();
    const head = screen.getByRole('button', { name: 'Win rate' });
    await user.hover(head);
    expect(await screen.findByRole('tooltip')).toHaveTextContent('Won ÷ (won + lost)');
    await user.click(head);
    expect(onSort).toHaveBeenCalledWith({ id: 'winRate', desc: false });
  });
});

it('scrolls sideways inside a region that keys reach', () => {
  show();
  const region = screen.getByRole('region', { name: 'Results by segment, table' });
  expect(region).toHaveAttribute('tabindex', '0');
  expect(within(region).getByRole('table')).toBeVisible();
});
