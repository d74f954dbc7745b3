import type { ReactNode } from 'react';

/** A heading between rows; `graphic` stands in line with the second column. */
export type RowGroup = { id: string; label: string; fact?: string; graphic?: ReactNode };

/** What the body draws, top to bottom. */
export type TableItem<Row> =
  | { kind: 'group'; key: string; group: RowGroup }
  | { kind: 'row'; key: string; row: Row; index: number };

/** Rows with a heading wherever the group changes. Rows of one group must stand together. */
export function tableItems<Row>(
  rows: readonly Row[],
  rowId: (row: Row) => string,
  groupOf?: (row: Row) => RowGroup,
): TableItem<Row>[] {
  const items: TableItem<Row>[] = [];
  let open: string | null = null;
  rows.forEach((row, index) => {
    const group = groupOf?.(row);
    if (group && group.id !== open) {
      open = group.id;
      items.push({ kind: 'group', key: `group-${group.id}-${index}`, group });
    }
    items.push({ kind: 'row', key: rowId(row), row, index });
  });
  return items;
}
