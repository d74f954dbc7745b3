'use client';
import { ArrowDown, ArrowUp } from 'lucide-react';
import type { KeyboardEvent, PointerEvent } from 'react';
import { Checkbox } from '../ui/checkbox.tsx';
import { cn } from '../ui/cn.ts';
import { type DataColumn, DEFAULT_WIDTH, MAX_WIDTH, MIN_WIDTH, type SortState } from './columns.ts';

export const SELECT_WIDTH = 38;

function clampWidth(width: number): number {
  return Math.round(Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, width)));
}

/** Drag, or arrows when focused, changes the width of the column. */
function ResizeHandle({
  name,
  width,
  onResize,
}: {
  name: string;
  width: number;
  /** Null gives the column its own width again. */
  onResize: (width: number | null) => void;
}) {
  function onPointerDown(event: PointerEvent<HTMLDivElement>): void {
    event.preventDefault();
    event.stopPropagation();
    const handle = event.currentTarget;
    const startX = event.clientX;
    const startWidth = handle.parentElement?.getBoundingClientRect().width ?? width;
    handle.setPointerCapture(event.pointerId);
    const onMove = (move: globalThis.PointerEvent) =>
      onResize(clampWidth(startWidth + move.clientX - startX));
    handle.addEventListener('pointermove', onMove);
    handle.addEventListener('lostpointercapture', () => handle.removeEventListener('pointermove', onMove), {
      once: true,
    });
  }

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    const by = event.key === 'ArrowRight' ? 16 : event.key === 'ArrowLeft' ? -16 : 0;
    if (by === 0) return;
    event.preventDefault();
    event.stopPropagation();
    const current = event.currentTarget.parentElement?.getBoundingClientRect().width || width;
    onResize(clampWidth(current + by));
  }

  return (
    // A focusable separator is a widget: it is how a width is changed without a pointer.
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={`Width of ${name}`}
      aria-valuenow={width}
      aria-valuemin={MIN_WIDTH}
      aria-valuemax={MAX_WIDTH}
      tabIndex={-1}
      onPointerDown={onPointerDown}
      onKeyDown={onKeyDown}
      onDoubleClick={() => onResize(null)}
      className="absolute inset-y-1 -right-1 z-10 w-2 cursor-col-resize touch-none after:absolute after:inset-y-0 after:left-1 after:w-px hover:after:bg-line-strong focus-visible:after:bg-accent"
    />
  );
}

/** A narrow column of controls: its name is for the menu and for screen readers, there is no room to show it. */
function isMenuColumn<Row>(column: DataColumn<Row>): boolean {
  return column.interactive === true && (column.width ?? DEFAULT_WIDTH) <= 96;
}

/** The sticky head: names, sort order, widths and "select all shown". */
export function TableHead<Row>({
  columns,
  sort,
  onSort,
  widths,
  onResize,
  selectable,
  allSelected,
  onSelectAll,
  template,
}: {
  columns: DataColumn<Row>[];
  sort: SortState;
  onSort: (column: DataColumn<Row>) => void;
  widths: Record<string, number>;
  onResize: (id: string, width: number | null) => void;
  selectable: boolean;
  allSelected: boolean | 'indeterminate';
  onSelectAll: (on: boolean) => void;
  template: string;
}) {
  return (
    <div role="rowgroup" className="sticky top-0 z-10">
      <div
        role="row"
        aria-rowindex={1}
        style={{ gridTemplateColumns: template }}
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
        {columns.map((column, index) => {
          const sorted = sort?.id === column.id ? sort : null;
          const first = index === 0;
          return (
            <div
              key={column.id}
              role="columnheader"
              title={column.hint}
              aria-sort={
                sorted ? (sorted.desc ? 'descending' : 'ascending') : column.sortable ? 'none' : undefined
              }
              style={first ? { left: selectable ? SELECT_WIDTH : 0 } : undefined}
              className={cn(
                'relative flex min-w-0 items-center px-2',
                column.align === 'right' && 'justify-end',
                first && 'sticky z-10 bg-panel',
                first && !selectable && 'pl-4',
                index === columns.length - 1 && 'pr-4',
              )}
            >
              {column.sortable ? (
                <button
                  type="button"
                  onClick={() => onSort(column)}
                  className={cn(
                    'flex h-full min-w-0 items-center gap-1 rounded-1 whitespace-nowrap -outline-offset-2 hover:text-ink',
                    sorted && 'font-medium text-ink',
                  )}
                >
                  <span className="truncate">{column.header}</span>
                  {sorted &&
                    (sorted.desc ? (
                      <ArrowDown className="size-3" aria-hidden />
                    ) : (
                      <ArrowUp className="size-3" aria-hidden />
                    ))}
                </button>
              ) : (
                <span className={isMenuColumn(column) ? 'sr-only' : 'truncate'}>{column.header}</span>
              )}
              <ResizeHandle
                name={column.header}
                width={widths[column.id] ?? column.width ?? DEFAULT_WIDTH}
                onResize={(width) => onResize(column.id, width)}
              />
            </div>
          );
        })}
      </div>
    </div>
  );
}
