'use client';
import { type RowData, useTable } from '@tanstack/react-table';
import { useMemo } from 'react';
import { type DataColumn, features, libraryColumns, type SortState } from './columns.ts';

/** The rows in shown order: sorted here, or as they came when the server sorts. */
export function useTableRows<Row extends RowData>({
  rows,
  rowId,
  columns,
  sort,
  serverSorts,
}: {
  rows: readonly Row[];
  rowId: (row: Row) => string;
  columns: readonly DataColumn<Row>[];
  sort: SortState;
  serverSorts: boolean;
}): Row[] {
  'use no memo';
  const definitions = useMemo(() => libraryColumns(columns), [columns]);
  const sorting = useMemo(() => (sort ? [sort] : []), [sort]);
  const table = useTable({
    features,
    columns: definitions,
    data: rows,
    getRowId: rowId,
    manualSorting: serverSorts,
    state: { sorting },
  });
  return table.getRowModel().rows.map((row) => row.original);
}
