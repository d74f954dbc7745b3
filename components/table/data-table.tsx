'use client';
import type { RowData } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useRef, useState } from 'react';
import { cn } from '../ui/cn.ts';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { BulkBar } from './bulk-bar.tsx';
import { ColumnsMenu } from './columns-menu.tsx';
import { tableItems } from './items.ts';
import { columnTracks } from './layout.ts';
import { selectedCount, selectionTest, setSelected } from './selection.ts';
import { GroupRow, MoreRow, TotalRow } from './table-extra-rows.tsx';
import { SELECT_WIDTH, TableHead } from './table-head.tsx';
import type { DataTableProps } from './table-props.ts';
import { TableRow } from './table-row.tsx';
import { useMediaQuery } from './use-media-query.ts';
import { useRowCursor } from './use-row-cursor.ts';
import { useTableColumns } from './use-table-columns.ts';
import { useTableRows } from './use-table-rows.ts';

const HEAD_HEIGHT = 28;
const FOOT_HEIGHT = 32;
const PHONE_ROW_HEIGHT = 60;

export type { DataTableProps } from './table-props.ts';

/** The one table: virtual rows, sorting, widths, columns, selection, keyboard, totals, more on scroll. */
export function DataTable<Row extends RowData>(props: DataTableProps<Row>) {
  'use no memo';
  const { columns, rows, rowId, selection, onSelectionChange, rowHeight = 32, phoneRow } = props;
  const [ownActive, setOwnActive] = useState<string | null>(null);
  const { layout, setLayout, shown, sort, changeSort, actions } = useTableColumns(props);
  const activeId = props.activeId === undefined ? ownActive : props.activeId;
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const phone = useMediaQuery('(max-width: 639px)') && phoneRow !== undefined;

  const { serverSorts = false } = props;
  const sorted = useTableRows({ rows, rowId, columns, sort, serverSorts });
  const items = tableItems(sorted, rowId, props.groupOf);
  const matching = props.matching ?? sorted.length;
  const selectable = selection !== undefined && onSelectionChange !== undefined && !phone;
  const tracks = columnTracks(shown, layout, selectable ? SELECT_WIDTH : 0);
  const head = phone ? 0 : HEAD_HEIGHT;

  const hasTotals = !phone && (props.totals ?? shown.some((column) => column.total !== undefined));
  // eslint-disable-next-line react-hooks/incompatible-library -- 'use no memo' above keeps the compiler out
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (items[index]?.kind === 'row' && phone ? PHONE_ROW_HEIGHT : rowHeight),
    getItemKey: (index) => items[index]?.key ?? index,
    overscan: 12,
    scrollMargin: head,
    scrollPaddingStart: head,
    scrollPaddingEnd: hasTotals ? FOOT_HEIGHT : 0,
    initialRect: { width: 1200, height: 640 },
  });

  // eslint-disable-next-line react-hooks/exhaustive-deps -- row heights change with these two only
  useEffect(() => virtual.measure(), [phone, rowHeight]);

  const cursor = useRowCursor({
    rows: sorted,
    rowId,
    activeId,
    onActiveChange: (next) => {
      setOwnActive(next);
      props.onActiveChange?.(next);
    },
    selection,
    onSelectionChange,
    matching,
    onPeek: props.onPeek,
    onOpen: props.onOpen,
    onRowKey: props.onRowKey,
    pageKeys: props.pageKeys ?? false,
    scrollTo: (index) =>
      virtual.scrollToIndex(items.findIndex((item) => item.kind === 'row' && item.index === index)),
  });

  const drawn = virtual.getVirtualItems();
  const lastDrawn = drawn.at(-1)?.index ?? 0;
  const { hasMore, loadingMore, onLoadMore } = props;
  const lastRow = rows.at(-1);
  const end = `${rows.length} ${lastRow === undefined ? '' : rowId(lastRow)}`;
  /** Where the rows ended that more were asked for; if none came, only people ask again. */
  const askedAt = useRef<string>(null);
  useEffect(() => {
    if (!hasMore || askedAt.current !== end) askedAt.current = null;
    if (!hasMore || loadingMore || askedAt.current !== null || lastDrawn < items.length - 15) return;
    askedAt.current = end;
    onLoadMore?.();
  }, [hasMore, loadingMore, onLoadMore, lastDrawn, items.length, end]);

  const isSelected = selection ? selectionTest(selection) : () => false;
  const chosen = selection ? selectedCount(selection, matching) : 0;
  const allShown = sorted.length > 0 && sorted.every((row) => isSelected(rowId(row)));
  const activeItem = cursor.at >= 0 ? `${id}-row-${cursor.at}` : undefined;
  const hasMenu =
    !phone &&
    (props.columnsMenu ?? columns.some((column) => column.hidden || layout.hidden.includes(column.id)));

  return (
    <div className={cn('relative flex min-h-0 min-w-0 flex-1 flex-col', props.className)}>
      {(props.toolbar || props.exportSlot || hasMenu) && (
        // What a toolbar holds may be nothing; then there is no bar.
        <div className="flex min-h-10 shrink-0 flex-wrap items-center gap-2 border-b border-line px-4 py-1 empty:hidden">
          {props.toolbar}
          {(hasMenu || props.exportSlot) && (
            <div className="ml-auto flex items-center gap-1">
              {hasMenu && <ColumnsMenu columns={columns} layout={layout} onLayoutChange={setLayout} />}
              {props.exportSlot}
            </div>
          )}
        </div>
      )}
      {props.state === 'loading' && <SkeletonRows label={`Loading ${props.label}`} />}
      {props.state !== 'loading' && sorted.length === 0 && <div className="p-4">{props.empty}</div>}
      {props.state !== 'loading' && sorted.length > 0 && (
        <div
          ref={scroller}
          role="grid"
          aria-label={props.label}
          aria-rowcount={props.groupOf ? items.length + 1 : matching + 1}
          aria-colcount={shown.length + (selectable ? 1 : 0)}
          aria-multiselectable={selectable || undefined}
          aria-activedescendant={activeItem}
          aria-busy={props.state === 'stale' || undefined}
          tabIndex={0}
          onKeyDown={cursor.onKey}
          className="group/grid min-h-0 flex-1 overflow-auto -outline-offset-2"
        >
          <div
            style={{
              minWidth: phone ? undefined : tracks.leastWidth,
            }}
          >
            {!phone && (
              <TableHead
                columns={shown}
                hidden={columns.filter((column) => !shown.includes(column))}
                sort={sort}
                onSort={changeSort}
                layout={layout}
                tracks={tracks}
                actions={actions}
                selectable={selectable}
                allSelected={allShown ? true : chosen > 0 ? 'indeterminate' : false}
                onSelectAll={(on) => {
                  if (selection) onSelectionChange?.(setSelected(selection, sorted.map(rowId), on));
                }}
              />
            )}
            <div
              role="rowgroup"
              style={{ height: virtual.getTotalSize() }}
              className={cn('relative', props.state === 'stale' && 'is-stale')}
            >
              {drawn.map((place) => {
                const item = items[place.index];
                if (!item) return null;
                return (
                  <div
                    key={item.key}
                    role="presentation"
                    style={{ height: place.size, transform: `translateY(${place.start - head}px)` }}
                    className="absolute inset-x-0 top-0"
                  >
                    {item.kind === 'group' ? (
                      <GroupRow
                        group={item.group}
                        rowIndex={place.index + 2}
                        columnCount={shown.length}
                        template={phone ? null : tracks.template}
                      />
                    ) : phone ? (
                      <div
                        role="row"
                        id={`${id}-row-${item.index}`}
                        aria-rowindex={place.index + 2}
                        className="h-full border-b border-line"
                        onClick={() => (props.onPeek ?? props.onOpen)?.(item.row)}
                      >
                        <div role="gridcell" className="h-full">
                          {phoneRow(item.row)}
                        </div>
                      </div>
                    ) : (
                      <TableRow
                        id={`${id}-row-${item.index}`}
                        row={item.row}
                        rowIndex={place.index + 2}
                        columns={shown}
                        tracks={tracks}
                        selectable={selectable}
                        selected={isSelected(item.key)}
                        active={item.key === activeId}
                        tone={props.rowTone?.(item.row)}
                        grip={props.rowGrip?.(item.row)}
                        onClick={(event) => {
                          cursor.goTo(item.index);
                          if (event.shiftKey && selectable) cursor.select(item.key, true);
                          else (props.onPeek ?? props.onOpen)?.(item.row);
                        }}
                        onSelect={(range) => cursor.select(item.key, range)}
                      />
                    )}
                  </div>
                );
              })}
            </div>
            {(hasMore || loadingMore) && <MoreRow loading={loadingMore ?? false} onLoadMore={onLoadMore} />}
            {hasTotals && (
              <TotalRow
                columns={shown}
                totals={props.totals}
                tracks={tracks}
                selectable={selectable}
                rowIndex={items.length + 2}
              />
            )}
          </div>
        </div>
      )}
      {selection && onSelectionChange && (
        <BulkBar
          selection={selection}
          onSelectionChange={onSelectionChange}
          loaded={sorted.length}
          matching={matching}
        >
          {props.bulkActions}
        </BulkBar>
      )}
    </div>
  );
}
