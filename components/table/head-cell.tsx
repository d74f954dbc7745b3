'use client';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { type KeyboardEvent, type PointerEvent, useState } from 'react';
import { cn } from '../ui/cn.ts';
import { type DataColumn, DEFAULT_WIDTH, type SortState } from './columns.ts';
import { type ColumnActions, type ColumnPlace, HeadMenu } from './head-menu.tsx';
import { ResizeHandle, WIDTH_STEP } from './resize-handle.tsx';
import type { ColumnDrag } from './use-column-drag.ts';

/** A narrow column of controls: its name is for the menu and for screen readers, there is no room to show it. */
function isMenuColumn<Row>(column: DataColumn<Row>): boolean {
  return column.interactive === true && (column.width ?? DEFAULT_WIDTH) <= 96;
}

/**
 * The head of one column. A click sorts, a drag moves, the edge resizes; with the keyboard Shift and arrows resize,
 * Ctrl and arrows move, and Alt ↓ opens the menu.
 */
export function HeadCell<Row>({
  column,
  sort,
  onSort,
  place,
  width,
  stickAt,
  first,
  last,
  drag,
  onDragStart,
  actions,
}: {
  column: DataColumn<Row>;
  sort: SortState;
  onSort: () => void;
  place: ColumnPlace;
  width: number;
  /** Pixels from the left edge where a pinned column stays. */
  stickAt: number | undefined;
  /** Nothing stands before it, not even a box to tick. */
  first: boolean;
  last: boolean;
  drag: ColumnDrag | null;
  onDragStart: (event: PointerEvent<HTMLElement>) => void;
  actions: ColumnActions;
}) {
  const [open, setOpen] = useState(false);
  const sorted = sort?.id === column.id ? sort : null;

  function onKeyDown(event: KeyboardEvent<HTMLButtonElement>): void {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (event.altKey && event.key === 'ArrowDown') setOpen(true);
    else if (by !== 0 && event.shiftKey) {
      const head = event.currentTarget.closest('[role="columnheader"]');
      actions.resize(column.id, (head?.getBoundingClientRect().width || width) + by * WIDTH_STEP);
    } else if (by !== 0 && (event.ctrlKey || event.metaKey)) actions.place(column.id, place.at + by);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div
      role="columnheader"
      data-column={column.id}
      title={column.hint}
      aria-sort={sorted ? (sorted.desc ? 'descending' : 'ascending') : column.sortable ? 'none' : undefined}
      onContextMenu={(event) => {
        event.preventDefault();
        setOpen(true);
      }}
      style={stickAt === undefined ? undefined : { left: stickAt }}
      className={cn(
        'group/head relative flex min-w-0 items-center px-2',
        column.align === 'right' && 'justify-end',
        stickAt !== undefined && 'sticky z-10 bg-panel',
        first && 'pl-4',
        last && 'pr-4',
        drag?.id === column.id && 'opacity-50',
      )}
    >
      {drag?.over === column.id && (
        <span
          aria-hidden
          className={cn(
            'absolute inset-y-0 z-20 w-0.5 bg-accent',
            drag.side === 'before' ? '-left-px' : '-right-px',
          )}
        />
      )}
      {isMenuColumn(column) ? (
        <span className="sr-only">{column.header}</span>
      ) : (
        <>
          <button
            type="button"
            onClick={column.sortable ? onSort : () => setOpen(true)}
            onKeyDown={onKeyDown}
            onPointerDown={onDragStart}
            aria-haspopup={column.sortable ? undefined : 'menu'}
            aria-keyshortcuts="Alt+ArrowDown Shift+ArrowLeft Shift+ArrowRight Control+ArrowLeft Control+ArrowRight"
            className={cn(
              'flex h-full min-w-0 items-center gap-1 rounded-1 whitespace-nowrap -outline-offset-2 hover:text-ink',
              sorted && 'font-medium text-ink',
            )}
          >
            <span className="truncate">{column.header}</span>
            {sorted &&
              (sorted.desc ? (
                <ArrowDown className="size-3 shrink-0" aria-hidden />
              ) : (
                <ArrowUp className="size-3 shrink-0" aria-hidden />
              ))}
          </button>
          <span
            className={cn(
              'absolute inset-y-0 flex items-center',
              column.align === 'right' ? 'left-0' : 'right-1',
            )}
          >
            <HeadMenu
              column={column}
              sort={sort}
              place={place}
              actions={actions}
              open={open}
              onOpenChange={setOpen}
            />
          </span>
        </>
      )}
      <ResizeHandle name={column.header} width={width} onResize={(next) => actions.resize(column.id, next)} />
    </div>
  );
}
