'use client';
import { figuresFile } from '#lib/metrics/figure-columns.ts';
import type { Performance } from '#lib/metrics/performance.ts';
import { performanceGroups } from '#lib/metrics/performance-filters.ts';
import type { ResultRow } from '#lib/metrics/result-rows.ts';
import type { FileFormat } from '#lib/shared/table-file/table-file.ts';
import { FileMenu } from '../table/file-menu.tsx';
import { saveTable } from '../table/save-file.ts';
import { toastError } from '../ui/toast.ts';
import { groupName } from './group-name.ts';

/** Saves the table as it stands, every figure of it, with the total. */
export function ExportButton({ data, rows }: { data: Performance; rows: readonly ResultRow[] }) {
  function save(format: FileFormat): void {
    const { groupBy } = data.filters;
    const lines = [
      ...rows.map((row) => ({ labels: [groupName(data, row.group)], figures: row.group })),
      { labels: [data.isScoped ? 'All your accounts' : 'All accounts'], figures: data.byGroup.total },
    ];
    const { from, to } = data.frame;
    const period = [from, to].filter(Boolean).join('-to-');
    const name = ['results-by', groupBy.replace('.', '-'), period].filter(Boolean).join('-');
    const file = figuresFile(name, [performanceGroups[groupBy]], lines, data.currency, 'words');
    saveTable(file, format).catch(() => toastError('The file could not be made. Please try again.'));
  }
  return <FileMenu variant="secondary" label="Export the table" choices={[{ label: 'The table', save }]} />;
}
