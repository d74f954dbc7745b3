'use client';
import type { RowData } from '@tanstack/react-table';
import { useState } from 'react';
import { type DataColumn, defaultLayout, type SortState } from './columns.ts';
import type { ColumnActions } from './head-menu.tsx';
import { shownColumns, withPinned, withPlace, withShown, withWidth } from './layout.ts';
import type { DataTableProps } from './table-props.ts';
import { COLUMNS_KEY, useAddressLayout } from './use-address-layout.ts';

/** Which columns a table shows, how they are sorted, and what changes them; held by the page or by the table. */
export function useTableColumns<Row extends RowData>(props: DataTableProps<Row>) {
  const { columns } = props;
  const key = props.layoutKey ?? (props.pageKeys ? COLUMNS_KEY : null);
  const [ownLayout, setOwnLayout] = useAddressLayout(columns, key);
  const [ownSort, setOwnSort] = useState<SortState>(null);
  const layout = props.layout ?? ownLayout;
  const setLayout = props.onLayoutChange ?? setOwnLayout;
  const sort = props.sort === undefined ? ownSort : props.sort;

  function applySort(next: SortState): void {
    setOwnSort(next);
    props.onSortChange?.(next);
  }

  /** A click on a head: the column's first direction, the other one, unsorted. */
  function changeSort(column: DataColumn<Row>): void {
    const first = column.descFirst ?? false;
    if (sort?.id !== column.id) applySort({ id: column.id, desc: first });
    else applySort(sort.desc === first ? { id: column.id, desc: !first } : null);
  }

  const actions: ColumnActions = {
    sort: (id, desc) => applySort({ id, desc }),
    resize: (id, width) => setLayout(withWidth(layout, id, width)),
    place: (id, to) => setLayout(withPlace(columns, layout, id, to)),
    pin: (id, on) => setLayout(withPinned(layout, id, on)),
    show: (id, on) => setLayout(withShown(layout, id, on)),
    reset: () => setLayout(defaultLayout(columns)),
  };

  return { layout, setLayout, shown: shownColumns(columns, layout), sort, changeSort, actions };
}
