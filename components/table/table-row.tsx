'use client';
import type { MouseEvent, ReactNode } from 'react';
import { Checkbox } from '../ui/checkbox.tsx';
import { cn } from '../ui/cn.ts';
import type { DataColumn } from './columns.ts';
import type { Tracks } from './layout.ts';

export type RowTone = 'caution' | 'pale';

const INTERACTIVE = 'a, button, input, select, textarea, label, [role="checkbox"], [data-interactive]';

/** One row: cells on the grid of the head, selection box, active mark. */
export function TableRow<Row>({
  id,
  row,
  rowIndex,
  columns,
  tracks,
  selectable,
  selected,
  active,
  tone,
  grip,
  onClick,
  onSelect,
}: {
  id: string;
  row: Row;
  /** 1-based, head included. */
  rowIndex: number;
  columns: DataColumn<Row>[];
  tracks: Tracks;
  selectable: boolean;
  selected: boolean;
  active: boolean;
  tone?: RowTone;
  grip?: ReactNode;
  onClick: (event: MouseEvent) => void;
  onSelect: (range: boolean) => void;
}) {
  function onRowClick(event: MouseEvent): void {
    const target = event.target instanceof Element ? event.target : null;
    // A menu or dialog of the row stands elsewhere in the page, yet its clicks bubble to here.
    if (!target || !event.currentTarget.contains(target)) return;
    if (target.closest(INTERACTIVE)) return;
    onClick(event);
  }

  return (
    <div
      id={id}
      role="row"
      aria-rowindex={rowIndex}
      aria-selected={selectable ? selected : undefined}
      data-active={active || undefined}
      onClick={onRowClick}
      style={{ gridTemplateColumns: tracks.template }}
      className={cn(
        'group/row relative grid h-full border-b border-line bg-panel hover:bg-hover',
        tone === 'caution' && 'bg-caution-soft hover:bg-caution-soft',
        tone === 'pale' && 'text-ink-3',
        (selected || active) && 'bg-accent-soft hover:bg-accent-soft',
        active && 'before:absolute before:inset-y-0 before:left-0 before:z-2 before:w-0.5 before:bg-accent',
      )}
    >
      {selectable && (
        <div role="gridcell" className="sticky left-0 z-1 flex items-center bg-inherit pl-4">
          {grip}
          <Checkbox
            aria-label="Select row"
            tabIndex={-1}
            checked={selected}
            onClick={(event) => {
              event.preventDefault();
              onSelect(event.shiftKey);
            }}
          />
        </div>
      )}
      {columns.map((column, index) => (
        <Cell
          key={column.id}
          column={column}
          stickAt={tracks.stickAt[column.id]}
          first={index === 0 && !selectable}
          last={index === columns.length - 1}
        >
          {column.cell(row)}
        </Cell>
      ))}
    </div>
  );
}

function Cell<Row>({
  column,
  stickAt,
  first,
  last,
  children,
}: {
  column: DataColumn<Row>;
  /** Pixels from the left edge where a pinned column stays. */
  stickAt: number | undefined;
  first: boolean;
  last: boolean;
  children: ReactNode;
}) {
  return (
    <div
      role="gridcell"
      data-interactive={column.interactive || undefined}
      style={stickAt === undefined ? undefined : { left: stickAt }}
      className={cn(
        'flex min-w-0 items-center px-2',
        column.align === 'right' && 'justify-end text-right',
        stickAt !== undefined && 'sticky z-1 bg-inherit',
        column.hideable === false && 'font-medium',
        first && 'pl-4',
        // A menu has no head above it to line up with.
        last && (column.header === '' ? 'pr-2' : 'pr-4'),
      )}
    >
      <div className="min-w-0 truncate">{children}</div>
    </div>
  );
}
