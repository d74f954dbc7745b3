'use client';
import { Download } from 'lucide-react';
import { figureColumns } from '#lib/metrics/figure-columns.ts';
import type { Performance } from '#lib/metrics/performance.ts';
import { performanceGroups } from '#lib/metrics/performance-filters.ts';
import type { ResultRow } from '#lib/metrics/result-rows.ts';
import { csvText, saveCsv } from '../table/csv.ts';
import { Button } from '../ui/button.tsx';
import { groupName } from './group-name.ts';

/** Saves the table as it stands, every figure of it, with the total. */
export function ExportButton({ data, rows }: { data: Performance; rows: readonly ResultRow[] }) {
  const { groupBy } = data.filters;
  return (
    <Button
      onClick={() => {
        const lines = [
          [performanceGroups[groupBy], ...figureColumns.map((column) => column.name)],
          ...rows.map((row) => [
            groupName(data, row.group),
            ...figureColumns.map((column) => column.read(row.group)),
          ]),
          ['All', ...figureColumns.map((column) => column.read(data.byGroup.total))],
        ];
        saveCsv(`results-by-${groupBy.replace('.', '-')}`, csvText(lines));
      }}
    >
      <Download aria-hidden /> Export
    </Button>
  );
}
