import type { ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import { cn } from '../ui/cn.ts';
import type { DataColumn } from './columns.ts';
import type { RowGroup } from './items.ts';
import type { Tracks } from './layout.ts';

/** A heading between rows: what they share and what they add up to. */
export function GroupRow({
  group,
  rowIndex,
  columnCount,
  template,
}: {
  group: RowGroup;
  rowIndex: number;
  columnCount: number;
  /** The tracks of the columns; null where rows are not drawn in columns. */
  template: string | null;
}) {
  const fact = group.fact && <span className="min-w-0 truncate text-12 text-ink-3">{group.fact}</span>;
  if (group.graphic && template !== null) {
    return (
      <div role="row" aria-rowindex={rowIndex} className="h-full border-b border-line bg-sunken">
        <div
          role="gridcell"
          aria-colspan={columnCount}
          className="grid h-full items-center"
          style={{ gridTemplateColumns: template }}
        >
          <span className="truncate pl-4 font-semibold">{group.label}</span>
          <span className="pl-2">{group.graphic}</span>
          <span className="col-[3/-1] flex px-2">{fact}</span>
        </div>
      </div>
    );
  }
  return (
    <div role="row" aria-rowindex={rowIndex} className="h-full border-b border-line bg-sunken">
      <div
        role="gridcell"
        aria-colspan={columnCount}
        className="sticky left-0 flex h-full w-fit max-w-full items-center gap-2 px-4"
      >
        <span className="shrink-0 font-semibold">{group.label}</span>
        {fact}
      </div>
    </div>
  );
}

/** The last line while more rows can come; a button for those who do not scroll. */
export function MoreRow({ loading, onLoadMore }: { loading: boolean; onLoadMore?: () => void }) {
  return (
    <div role="rowgroup">
      <div role="row">
        <div role="gridcell" className="sticky left-0 flex h-8 w-fit items-center px-4 text-12 text-ink-3">
          {loading ? (
            'Loading more…'
          ) : (
            <Button variant="link" onClick={onLoadMore}>
              Load more
            </Button>
          )}
        </div>
      </div>
    </div>
  );
}

/** What stands under a column: short, and the whole of it in `hint`. */
export type ColumnTotal = { text: ReactNode; hint?: string };

/** Totals in a sunken foot that stays in view. */
export function TotalRow<Row>({
  columns,
  totals,
  tracks,
  selectable,
  rowIndex,
}: {
  columns: DataColumn<Row>[];
  /** By column id; wins over a column's own total. */
  totals?: Readonly<Record<string, ColumnTotal>>;
  tracks: Tracks;
  selectable: boolean;
  rowIndex: number;
}) {
  return (
    <div role="rowgroup" className="sticky bottom-0 z-10">
      <div
        role="row"
        aria-rowindex={rowIndex}
        style={{ gridTemplateColumns: tracks.template }}
        className="-mt-px grid h-8 border-y border-line bg-sunken font-medium"
      >
        {selectable && <div role="gridcell" className="sticky left-0 bg-inherit" />}
        {columns.map((column, index) => (
          <div
            key={column.id}
            role="gridcell"
            title={totals?.[column.id]?.hint}
            style={tracks.stickAt[column.id] === undefined ? undefined : { left: tracks.stickAt[column.id] }}
            className={cn(
              'flex min-w-0 items-center truncate px-2',
              column.align === 'right' && 'justify-end',
              tracks.stickAt[column.id] !== undefined && 'sticky bg-inherit',
              index === 0 && !selectable && 'pl-4',
              index === columns.length - 1 && 'pr-4',
            )}
          >
            <span className="truncate">{totals?.[column.id]?.text ?? column.total}</span>
          </div>
        ))}
      </div>
    </div>
  );
}
