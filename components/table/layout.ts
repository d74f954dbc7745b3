import { type DataColumn, DEFAULT_WIDTH, MAX_WIDTH, MIN_WIDTH, type TableLayout } from './columns.ts';

/**
 * All columns in the person's order, pinned ones first; ones the order does not know yet keep their place after their
 * neighbour.
 */
export function orderedColumns<Row>(
  columns: readonly DataColumn<Row>[],
  layout: TableLayout,
): DataColumn<Row>[] {
  const rank = new Map(layout.order.map((id, index) => [id, index]));
  const pinned = new Set(layout.pinned);
  let last = -1;
  return columns
    .map((column, index) => {
      last = rank.get(column.id) ?? last + 1e-3;
      return { column, index, at: last, free: pinned.has(column.id) ? 0 : 1 };
    })
    .sort((a, b) => a.free - b.free || a.at - b.at || a.index - b.index)
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

/** A width within what a column may have. */
export function clampWidth(width: number): number {
  return Math.round(Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, width)));
}

/** The layout after a column was given a width, or its own width again. */
export function withWidth(layout: TableLayout, id: string, width: number | null): TableLayout {
  const { [id]: _old, ...others } = layout.widths;
  return { ...layout, widths: width === null ? others : { ...others, [id]: clampWidth(width) } };
}

/** The layout after a column was shown or hidden. */
export function withShown(layout: TableLayout, id: string, on: boolean): TableLayout {
  const hidden = layout.hidden.filter((known) => known !== id);
  return { ...layout, hidden: on ? hidden : [...hidden, id] };
}

/** The layout after a column was pinned or let go. */
export function withPinned(layout: TableLayout, id: string, on: boolean): TableLayout {
  const pinned = layout.pinned.filter((known) => known !== id);
  return { ...layout, pinned: on ? [...pinned, id] : pinned };
}

/**
 * The layout after a column went to place `to` among the shown ones (0 = first). Between pinned columns it is pinned,
 * between free ones it is free, and on the border it stays as it was.
 */
export function withPlace<Row>(
  columns: readonly DataColumn<Row>[],
  layout: TableLayout,
  id: string,
  to: number,
): TableLayout {
  const shown = shownColumns(columns, layout).map((column) => column.id);
  const from = shown.indexOf(id);
  const at = Math.max(0, Math.min(shown.length - 1, to));
  if (from < 0 || from === at) return layout;
  const rest = shown.filter((known) => known !== id);
  const [before, after] = [rest[at - 1], rest[at]];
  const order = orderedColumns(columns, layout)
    .map((column) => column.id)
    .filter((known) => known !== id);
  const place = after !== undefined ? order.indexOf(after) : order.indexOf(before ?? '') + 1;
  order.splice(place, 0, id);
  const isPinned = (known: string | undefined) => known !== undefined && layout.pinned.includes(known);
  const moved = { ...layout, order };
  if (isPinned(after)) return withPinned(moved, id, true);
  if (before !== undefined && !isPinned(before)) return withPinned(moved, id, false);
  return moved;
}

/** How shown columns are laid out: grid tracks, least width of a row in pixels, and where pinned columns stick. */
export type Tracks = { template: string; leastWidth: number; stickAt: Record<string, number> };

/**
 * Tracks of the shown columns: fixed once resized, else growing with what is left. A pinned column before another one
 * cannot grow, because the next must know where it ends.
 */
export function columnTracks<Row>(
  shown: readonly DataColumn<Row>[],
  layout: TableLayout,
  selectWidth: number,
): Tracks {
  const pinned = shown.filter((column) => layout.pinned.includes(column.id));
  const stickAt: Record<string, number> = {};
  let left = selectWidth;
  for (const column of pinned) {
    stickAt[column.id] = left;
    left += widthOf(column, layout);
  }
  const tracks = shown.map((column) => {
    const width = widthOf(column, layout);
    const isFixed = layout.widths[column.id] !== undefined || pinned.slice(0, -1).includes(column);
    return column.grow && !isFixed ? `minmax(${width}px, ${column.grow}fr)` : `${width}px`;
  });
  return {
    template: [...(selectWidth > 0 ? [`${selectWidth}px`] : []), ...tracks].join(' '),
    leastWidth: selectWidth + shown.reduce((sum, column) => sum + widthOf(column, layout), 0),
    stickAt,
  };
}

/** The width that a column has at least, in pixels. */
export function widthOf<Row>(column: DataColumn<Row>, layout: TableLayout): number {
  return layout.widths[column.id] ?? column.width ?? DEFAULT_WIDTH;
}
