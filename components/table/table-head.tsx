'use client';
import { Checkbox } from '../ui/checkbox.tsx';
import type { DataColumn, SortState, TableLayout } from './columns.ts';
import { HeadCell } from './head-cell.tsx';
import type { ColumnActions } from './head-menu.tsx';
import { type Tracks, widthOf } from './layout.ts';
import { useColumnDrag } from './use-column-drag.ts';

export const SELECT_WIDTH = 38;

/** The sticky head: names, sort order, widths, places, and "select all shown". */
export function TableHead<Row>({
  columns,
  hidden,
  sort,
  onSort,
  layout,
  tracks,
  actions,
  selectable,
  allSelected,
  onSelectAll,
}: {
  columns: DataColumn<Row>[];
  hidden: readonly { id: string; header: string }[];
  sort: SortState;
  onSort: (column: DataColumn<Row>) => void;
  layout: TableLayout;
  tracks: Tracks;
  actions: ColumnActions;
  selectable: boolean;
  allSelected: boolean | 'indeterminate';
  onSelectAll: (on: boolean) => void;
}) {
  const { drag, onPointerDown } = useColumnDrag(actions.place);
  return (
    <div role="rowgroup" className="sticky top-0 z-10">
      <div
        role="row"
        aria-rowindex={1}
        style={{ gridTemplateColumns: tracks.template }}
        className="grid h-7 border-b border-line bg-panel text-12 text-ink-3"
      >
        {selectable && (
          <div role="columnheader" className="sticky left-0 z-10 flex items-center bg-panel pl-4">
            <Checkbox
              aria-label="Select all shown rows"
              checked={allSelected}
              onCheckedChange={(on) => onSelectAll(on === true)}
            />
          </div>
        )}
        {columns.map((column, index) => (
          <HeadCell
            key={column.id}
            column={column}
            sort={sort}
            onSort={() => onSort(column)}
            place={{
              at: index,
              count: columns.length,
              isPinned: tracks.stickAt[column.id] !== undefined,
              isResized: layout.widths[column.id] !== undefined,
              hidden,
            }}
            width={widthOf(column, layout)}
            stickAt={tracks.stickAt[column.id]}
            first={index === 0 && !selectable}
            last={index === columns.length - 1}
            drag={drag}
            onDragStart={(event) => onPointerDown(event, column.id)}
            actions={actions}
          />
        ))}
      </div>
    </div>
  );
}
