import type { ReactNode } from 'react';
import type { Figures } from '#lib/metrics/figures.ts';
import type { MetricKey } from '#lib/metrics/metric-definitions.ts';
import type { Performance } from '#lib/metrics/performance.ts';
import type { Rate } from '#lib/metrics/rate.ts';
import type { RestRates } from '#lib/metrics/result-rows.ts';
import type { RecordFigure, ResultGroup } from '#lib/metrics/results.ts';
import { formatMoney, formatNumber, formatRate } from '#lib/shared/format.ts';
import { FigureLink } from './figure-link.tsx';
import { RateCell, scaleEnd } from './rate-cell.tsx';

/** One line of the table: a group, or all together. */
export type TableLine = { name: string; figures: Figures; key: ResultGroup['key']; isPale: boolean };

export type ResultColumn = {
  id: string;
  metric: MetricKey;
  /** Head when it is not the metric's own label. */
  label?: string;
  width: number;
  /** Value to sort by; null = unknown, always last. */
  sort: (figures: Figures) => number | null;
  cell: (line: TableLine, isTotal: boolean) => ReactNode;
  /** Right end of the whiskers' scale, drawn in the head. */
  scale?: number;
};

const unknown = <span className="text-ink-3">–</span>;

/** The columns that mean something for these rows: deals of a product were never touched, months have no open deals. */
export function resultColumns(data: Performance, rest: RestRates): ResultColumn[] {
  const { groups, total } = data.byGroup;
  const has = (isKnown: (figures: Figures) => boolean) => groups.some(isKnown);
  const hasTouches = has((figures) => figures.touched !== null) && (total.touched ?? 0) > 0;
  const link = (line: TableLine, figure: RecordFigure, what: string, content: ReactNode) => (
    <FigureLink data={data} to={{ figure, key: line.key }} name={`${line.name}: ${what}`}>
      {content}
    </FigureLink>
  );
  const rateColumn = (
    id: 'winRate' | 'replyRate' | 'meetingRate',
    figure: RecordFigure,
    options: { width: number; label?: string },
  ): ResultColumn => {
    const rates: (Rate | null)[] = groups.map((group) => group[id]);
    const scale = scaleEnd(rates);
    return {
      id,
      metric: id,
      scale,
      ...options,
      sort: (figures) => figures[id]?.value ?? null,
      cell: (line, isTotal) => {
        const rate = line.figures[id];
        const words = link(line, figure, options.label ?? id, formatRate(rate?.value ?? 0));
        if (isTotal && rate?.value !== null && rate !== null) {
          return <span className="block w-12 text-right">{words}</span>;
        }
        return (
          <RateCell
            rate={rate}
            max={scale}
            reference={rest[id]?.value ?? null}
            isPale={line.isPale}
            width={options.width - 74}
          >
            {words}
          </RateCell>
        );
      },
    };
  };
  const money = (id: 'wonAmount' | 'openAmount' | 'createdAmount', figure: RecordFigure): ResultColumn => ({
    id,
    metric: id,
    width: id === 'openAmount' ? 104 : 80,
    ...(id === 'createdAmount' ? { label: 'Pipeline' } : {}),
    sort: (figures) => figures[id]?.value ?? null,
    cell: (line) => {
      const sum = line.figures[id];
      if (!sum || sum.value === null) return unknown;
      const text = formatMoney(sum.value, data.currency, { compact: true });
      return link(line, figure, `${sum.known} with an amount`, text);
    },
  });
  return [
    ...(hasTouches
      ? [
          count('touched', (figures) => figures.touched, link),
          rateColumn('replyRate', 'replied', { width: 164, label: 'Reply rate' }),
          rateColumn('meetingRate', 'met', { width: 144, label: 'Meetings' }),
        ]
      : []),
    wonLost(link),
    rateColumn('winRate', 'closed', { width: 172, label: 'Win rate' }),
    ...(hasTouches ? [] : [money('wonAmount', 'won')]),
    ...(has((figures) => figures.created !== null) ? [money('createdAmount', 'created')] : []),
    ...(!hasTouches && has((figures) => figures.open !== null) ? [money('openAmount', 'open')] : []),
    {
      id: 'acvAmount',
      metric: 'acvAmount',
      width: 60,
      sort: (figures) => figures.acvAmount.mean,
      cell: (line) => {
        const { mean, median, n } = line.figures.acvAmount;
        if (mean === null || median === null) return unknown;
        const what = `ACV, mean of ${n}; median ${formatMoney(median, data.currency)}`;
        return link(line, 'won', what, formatMoney(mean, data.currency, { compact: true, digits: 0 }));
      },
    },
    {
      id: 'cycleDays',
      metric: 'cycleDays',
      width: 60,
      sort: (figures) => figures.cycleDays.median,
      cell: (line) => {
        const { median, mean, n } = line.figures.cycleDays;
        if (median === null) return unknown;
        const what = `cycle, median of ${n}; mean ${formatNumber(mean ?? 0)} d`;
        return link(line, 'won', what, `${formatNumber(median)} d`);
      },
    },
  ];
}

type Link = (line: TableLine, figure: RecordFigure, what: string, content: ReactNode) => ReactNode;

function count(id: 'touched', read: (figures: Figures) => number | null, link: Link): ResultColumn {
  return {
    id,
    metric: id,
    width: 68,
    sort: read,
    cell: (line) => {
      const value = read(line.figures);
      return value === null ? unknown : link(line, id, 'first touched', formatNumber(value));
    },
  };
}

function wonLost(link: Link): ResultColumn {
  return {
    id: 'won',
    metric: 'won',
    label: 'Won / lost',
    width: 98,
    sort: (figures) => figures.won,
    cell: (line) => (
      <span>
        {link(line, 'won', 'won', formatNumber(line.figures.won))}
        <span className="text-ink-3">
          {' / '}
          {link(line, 'lost', 'lost', formatNumber(line.figures.lost))}
        </span>
      </span>
    ),
  };
}
