'use client';
import { useRouter } from 'next/navigation';
import { useMemo } from 'react';
import type { DataColumn } from '#components/table/columns.ts';
import { DataTable } from '#components/table/data-table.tsx';
import { AppLink } from '#components/ui/app-link.tsx';
import { Chip } from '#components/ui/chip.tsx';
import { entityLabels } from '#lib/imports/import-fields.ts';
import type { ImportView } from '#lib/imports/import-view.ts';
import { formatInstant, formatNumber } from '#lib/shared/format.ts';
import { statusWords } from './words.ts';

function Status({ row }: { row: ImportView }) {
  const { label, tone } = statusWords[row.status];
  return <Chip {...(tone ? { tone } : {})}>{row.isUndoing ? 'Taking back' : label}</Chip>;
}

/** What an import did; a file that was only checked, or was stopped, did nothing. */
function figureOf(row: ImportView, id: 'created' | 'updated' | 'rejected'): number | null {
  return ['applying', 'completed', 'undone'].includes(row.status) ? row.rows[id] : null;
}

const figure = (id: 'created' | 'updated' | 'rejected', header: string): DataColumn<ImportView> => ({
  id,
  header,
  width: 92,
  align: 'right',
  value: (row) => figureOf(row, id),
  cell: (row) => {
    const value = figureOf(row, id);
    return (
      <span className={value === null || value === 0 ? 'text-ink-3' : ''}>
        {value === null ? '–' : formatNumber(value)}
      </span>
    );
  },
});

function phoneFacts(row: ImportView): string {
  if (figureOf(row, 'created') === null) return row.createdBy ?? 'the product';
  return `${formatNumber(row.rows.created)} created · ${formatNumber(row.rows.updated)} updated · ${formatNumber(row.rows.rejected)} rejected`;
}

/** All imports, newest first; a click opens one. */
export function ImportList({ items, timeZone }: { items: ImportView[]; timeZone: string }) {
  const router = useRouter();
  const columns = useMemo(
    (): DataColumn<ImportView>[] => [
      {
        id: 'file',
        header: 'File',
        width: 260,
        grow: 1,
        hideable: false,
        value: (row) => row.fileName,
        cell: (row) => (
          <AppLink href={`/data/${row.id}`} className="truncate font-medium text-ink hover:underline">
            {row.fileName}
          </AppLink>
        ),
      },
      {
        id: 'kind',
        header: 'Rows',
        width: 110,
        value: (row) => (row.entity ? entityLabels[row.entity].many : 'Everything'),
        cell: (row) =>
          row.entity ? entityLabels[row.entity].many : row.kind === 'demo' ? 'Everything' : '–',
      },
      {
        id: 'status',
        header: 'Status',
        width: 130,
        value: (row) => statusWords[row.status].label,
        cell: (row) => <Status row={row} />,
      },
      figure('created', 'Created'),
      figure('updated', 'Updated'),
      figure('rejected', 'Rejected'),
      {
        id: 'by',
        header: 'By',
        width: 150,
        value: (row) => row.createdBy,
        cell: (row) => row.createdBy ?? <span className="text-ink-3">the product</span>,
      },
      {
        id: 'at',
        header: 'Uploaded',
        width: 170,
        descFirst: true,
        value: (row) => row.createdAt,
        cell: (row) => formatInstant(Date.parse(row.createdAt), timeZone),
      },
    ],
    [timeZone],
  );
  return (
    <DataTable
      label="Imports"
      columns={columns}
      rows={items}
      rowId={(row) => row.id}
      matching={items.length}
      pageKeys
      onOpen={(row) => router.push(`/data/${row.id}` as never)}
      phoneRow={(row) => (
        <div className="flex h-full min-w-0 flex-col justify-center px-4">
          <div className="flex items-center gap-2">
            <span className="truncate font-medium">{row.fileName}</span>
            <Status row={row} />
          </div>
          <div className="truncate text-12 text-ink-3">{phoneFacts(row)}</div>
        </div>
      )}
    />
  );
}
