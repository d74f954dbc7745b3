'use client';
import type { MouseEvent, ReactNode } from 'react';
import { Checkbox } from '../ui/checkbox.tsx';
import { cn } from '../ui/cn.ts';
import type { DataColumn } from './columns.ts';
import { SELECT_WIDTH } from './table-head.tsx';

export type RowTone = 'caution' | 'pale';

const INTERACTIVE = 'a, button, input, select, textarea, label, [role="checkbox"], [data-interactive]';

/** One row: cells on the grid of the head, selection box, active mark. */
export function TableRow<Row>({
  id,
  row,
  rowIndex,
  columns,
  template,
  selectable,
  selected,
  active,
  tone,
  onClick,
  onSelect,
}: {
  id: string;
  row: Row;
  /** 1-based, head included. */
  rowIndex: number;
  columns: DataColumn<Row>[];
  template: string;
  selectable: boolean;
  selected: boolean;
  active: boolean;
  tone?: RowTone;
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
      style={{ gridTemplateColumns: template }}
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
          first={index === 0}
          last={index === columns.length - 1}
          selectable={selectable}
        >
          {column.cell(row)}
        </Cell>
      ))}
    </div>
  );
}

function Cell<Row>({
  column,
  first,
  last,
  selectable,
  children,
}: {
  column: DataColumn<Row>;
  first: boolean;
  last: boolean;
  selectable: boolean;
  children: ReactNode;
}) {
  return (
    <div
      role="gridcell"
      data-interactive={column.interactive || undefined}
      style={first ? { left: selectable ? SELECT_WIDTH : 0 } : undefined}
      className={cn(
        'flex min-w-0 items-center px-2',
        column.align === 'right' && 'justify-end text-right',
        first && 'sticky z-1 bg-inherit font-medium',
        first && !selectable && 'pl-4',
        last && 'pr-4',
      )}
    >
      <div className="min-w-0 truncate">{children}</div>
    </div>
  );
}
