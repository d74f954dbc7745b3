'use client';
import { ChartNoAxesColumn, Download, Table2 } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import type { FileFormat } from '#lib/shared/table-file/table-file.ts';
import { fileItems } from '../table/file-menu.tsx';
import { saveTable } from '../table/save-file.ts';
import { cn } from '../ui/cn.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Menu } from '../ui/menu.tsx';
import { toastError } from '../ui/toast.ts';
import type { ChartSeries, ChartTable } from './chart-data.ts';
import { ChartLegend } from './chart-legend.tsx';
import { ChartTableView } from './chart-table-view.tsx';
import { savePng } from './save-png.ts';

/**
 * A chart with all it needs to be believed: the question it answers, n, filters and "as of", the same data as a table,
 * CSV, XLSX and PNG. `stale` dims the picture while a new one is computed.
 */
export function ChartCard({
  question,
  facts,
  filters,
  table,
  fileName,
  series,
  note,
  stale,
  empty,
  className,
  children,
}: {
  /** The title: a question. */
  question: string;
  /** n and "as of": "1,214 deals · as of 19 Nov 2026, 09:14". */
  facts: ReactNode;
  /** The filters in force, in words. */
  filters?: ReactNode;
  table: ChartTable;
  /** Without ending. */
  fileName: string;
  /** Drawn as a legend under the chart. */
  series?: readonly ChartSeries[];
  /** What must be known to read it rightly. */
  note?: ReactNode;
  stale?: boolean;
  /** Stands in place of the chart when there is nothing to draw. */
  empty?: ReactNode;
  className?: string;
  children: ReactNode;
}) {
  const card = useRef<HTMLElement>(null);
  const [asTable, setAsTable] = useState(false);

  function exportTable(format: FileFormat): void {
    const columns = table.columns.map(({ label }) => ({ header: label }));
    const file = { name: fileName, columns, rows: table.rows.map((row) => row.cells) };
    saveTable(file, format).catch(() => toastError('The file could not be made. Please try again.'));
  }

  function exportPng(): void {
    if (!card.current) return;
    savePng(card.current, fileName).catch(() => {
      toastError('The picture could not be made in this browser. Export the numbers instead.');
    });
  }

  return (
    <section
      ref={card}
      aria-label={question}
      className={cn('flex min-w-0 flex-col bg-panel px-4 py-3', className)}
    >
      <header className="flex items-start gap-2">
        <div className="flex min-h-7 min-w-0 flex-1 flex-wrap items-center gap-x-2">
          <h2 className="text-14">{question}</h2>
          <span className="text-12 text-ink-3">{facts}</span>
        </div>
        <div className="flex shrink-0" data-no-export>
          <IconButton
            label={asTable ? 'Show as chart' : 'Show as table'}
            aria-pressed={asTable}
            onClick={() => setAsTable(!asTable)}
          >
            {asTable ? <ChartNoAxesColumn aria-hidden /> : <Table2 aria-hidden />}
          </IconButton>
          <Menu
            trigger={
              <IconButton label="Export" tooltip={false}>
                <Download aria-hidden />
              </IconButton>
            }
            items={[
              ...fileItems([{ label: 'The numbers', save: exportTable }]),
              { label: 'The picture as PNG', onSelect: exportPng },
            ]}
          />
        </div>
      </header>
      {filters && <div className="mb-1 text-12 text-ink-3">{filters}</div>}
      <div className={cn('mt-2 min-w-0', stale && 'is-stale')} aria-busy={stale || undefined}>
        {empty ?? (asTable ? <ChartTableView table={table} label={question} /> : children)}
      </div>
      {!empty && series && !asTable && (
        <div className="mt-3">
          <ChartLegend series={series} />
        </div>
      )}
      {note && <p className="mt-2 text-12 text-ink-3">{note}</p>}
    </section>
  );
}
