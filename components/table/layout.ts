import type { DataColumn, TableLayout } from './columns.ts';

/** All columns in the person's order; ones the order does not know yet keep their place after their neighbour. */
export function orderedColumns<Row>(
  columns: readonly DataColumn<Row>[],
  layout: TableLayout,
): DataColumn<Row>[] {
  const rank = new Map(layout.order.map((id, index) => [id, index]));
  let last = -1;
  return columns
    .map((column, index) => {
      last = rank.get(column.id) ?? last + 1e-3;
      return { column, index, at: last };
    })
    .sort((a, b) => a.at - b.at || a.index - b.index)
    .map(({ column }) => column);
}

/** The columns to draw, in order. */
export function shownColumns<Row>(
  columns: readonly DataColumn<Row>[],
  layout: TableLayout,
): DataColumn<Row>[] {
  const hidden = new Set(layout.hidden);
  return orderedColumns(columns, layout).filter(
    (column) => column.hideable === false || !hidden.has(column.id),
  );
}

/** The layout after a column was given a width, or its own width again. */
export function withWidth(layout: TableLayout, id: string, width: number | null): TableLayout {
  const { [id]: _old, ...others } = layout.widths;
  return { ...layout, widths: width === null ? others : { ...others, [id]: width } };
}
