import type { RowData } from '@tanstack/react-table';
import type { ReactNode } from 'react';
import type { DataColumn, SortState, TableLayout } from './columns.ts';
import type { RowGroup } from './items.ts';
import type { RowSelection } from './selection.ts';
import type { ColumnTotal } from './table-extra-rows.tsx';
import type { RowTone } from './table-row.tsx';

/** What a page gives to its table. */
export type DataTableProps<Row extends RowData> = {
  /** Accessible name: what the rows are. */
  label: string;
  /** Module scope or memoised. */
  columns: DataColumn<Row>[];
  rows: readonly Row[];
  rowId: (row: Row) => string;
  /** Rows that match in all, when only a part is loaded. */
  matching?: number;
  sort?: SortState;
  onSortChange?: (sort: SortState) => void;
  /** True when rows come sorted; then `sort` must be given. */
  serverSorts?: boolean;
  /** Held by the page; without it the table keeps its columns in the address under `layoutKey`. */
  layout?: TableLayout;
  onLayoutChange?: (layout: TableLayout) => void;
  /** Default: `cols` for a page's main list, nothing for others. */
  layoutKey?: string;
  /** Of the whole list, by column id; given and empty, the foot is there and waits. */
  totals?: Readonly<Record<string, ColumnTotal>>;
  selection?: RowSelection;
  onSelectionChange?: (selection: RowSelection) => void;
  /** Actions for the chosen rows. */
  bulkActions?: ReactNode;
  /** Stands at the left edge of a row that can be chosen: a handle to drag it by. */
  rowGrip?: (row: Row) => ReactNode;
  activeId?: string | null;
  onActiveChange?: (id: string) => void;
  onPeek?: (row: Row) => void;
  onOpen?: (row: Row) => void;
  onRowKey?: (key: string, row: Row) => boolean;
  /** The page's main list: its keys work when nothing has focus. */
  pageKeys?: boolean;
  /** First load shows grey rows; `stale` dims the last rows while new ones come. */
  state?: 'ready' | 'loading' | 'stale';
  hasMore?: boolean;
  loadingMore?: boolean;
  onLoadMore?: () => void;
  groupOf?: (row: Row) => RowGroup;
  rowTone?: (row: Row) => RowTone | undefined;
  /** 32; 36 for rows with controls. */
  rowHeight?: number;
  /** Two-line row for phones instead of scrolling sideways. */
  phoneRow?: (row: Row) => ReactNode;
  empty?: ReactNode;
  /** Left part of the bar above; the columns menu and `exportSlot` stand at its right. */
  toolbar?: ReactNode;
  exportSlot?: ReactNode;
  columnsMenu?: boolean;
  className?: string;
};
