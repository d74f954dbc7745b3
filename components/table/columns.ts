import {
  type ColumnDef,
  type RowData,
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
} from '@tanstack/react-table';
import type { ReactNode } from 'react';
import type { CellKind } from '#lib/shared/table-file/table-file.ts';
import { compareLabels } from '#lib/shared/text.ts';

/** One column of a `DataTable`. */
export type DataColumn<Row> = {
  id: string;
  /** Head text; also its name in the columns menu and in files. */
  header: string;
  /** Definition shown on hover of the head. */
  hint?: string;
  cell: (row: Row) => ReactNode;
  /** What the cell stands for: sorts in the browser and goes to files. `null` is unknown, always last. */
  value?: (row: Row) => string | number | null;
  /** What the value is, where a file must know: money, a day (epoch day), an instant (epoch ms), a rate. */
  kind?: CellKind;
  /** `right` for numbers. */
  align?: 'left' | 'right';
  /** Pixels; with `grow` the least width. Default 120. */
  width?: number;
  /** Share of the space that is left over. */
  grow?: number;
  sortable?: boolean;
  /** First click sorts down, as for scores and amounts. */
  descFirst?: boolean;
  /** False keeps it out of the columns menu. */
  hideable?: boolean;
  /** Hidden until chosen. */
  hidden?: boolean;
  /** Stays in view when the rows scroll sideways; where no column says so, the first does. */
  pinned?: boolean;
  /** Cell of the total row. */
  total?: ReactNode;
  /** The cell holds controls, so a click in it is not a click on the row. */
  interactive?: boolean;
};

export type SortState = { id: string; desc: boolean } | null;

/** How a person set up the columns; plain data for the address and for saved views. */
export type TableLayout = {
  order: string[];
  hidden: string[];
  pinned: string[];
  widths: Record<string, number>;
};

export const DEFAULT_WIDTH = 120;
export const MIN_WIDTH = 48;
export const MAX_WIDTH = 640;

/** The layout before anybody changed it. */
export function defaultLayout<Row>(columns: readonly DataColumn<Row>[]): TableLayout {
  const pinned = columns.filter((column) => column.pinned).map((column) => column.id);
  return {
    order: [],
    hidden: columns.filter((column) => column.hidden).map((column) => column.id),
    pinned: pinned.length > 0 ? pinned : columns.slice(0, 1).map((column) => column.id),
    widths: {},
  };
}

/** The table features in use; one object for all tables, because its identity must not change. */
export const features = tableFeatures({
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
});

function compareValues(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return compareLabels(String(a), String(b));
}

/** Our columns as the table library wants them. */
export function libraryColumns<Row extends RowData>(
  columns: readonly DataColumn<Row>[],
): ColumnDef<typeof features, Row>[] {
  return columns.map((column) => ({
    id: column.id,
    accessorFn: (row: Row) => column.value?.(row) ?? undefined,
    sortFn: (a, b, id) => compareValues(a.getValue(id), b.getValue(id)),
    sortUndefined: 'last',
    enableSorting: column.sortable ?? false,
  }));
}
