'use client';
import type { RowData } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { cn } from '../ui/cn.ts';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { BulkBar } from './bulk-bar.tsx';
import {
  type DataColumn,
  defaultLayout,
  gridTracks,
  leastWidth,
  type SortState,
  type TableLayout,
} from './columns.ts';
import { ColumnsMenu } from './columns-menu.tsx';
import { type RowGroup, tableItems } from './items.ts';
import { shownColumns, withWidth } from './layout.ts';
import { type RowSelection, selectedCount, selectionTest, setSelected } from './selection.ts';
import { GroupRow, MoreRow, TotalRow } from './table-extra-rows.tsx';
import { SELECT_WIDTH, TableHead } from './table-head.tsx';
import { type RowTone, TableRow } from './table-row.tsx';
import { useMediaQuery } from './use-media-query.ts';
import { useRowCursor } from './use-row-cursor.ts';
import { useTableRows } from './use-table-rows.ts';

const HEAD_HEIGHT = 28;
const PHONE_ROW_HEIGHT = 60;

export type DataTableProps<Row extends RowData> = {
  /** Accessible name: what the rows are. */
  label: string;
  /** Module scope or memoised. */
  columns: DataColumn<Row>[];
  rows: readonly Row[];
  rowId: (row: Row) => string;
  /** Rows that match in all, when only a part is loaded. */
  matching?: number;
  sort?: SortState;
  onSortChange?: (sort: SortState) => void;
  /** True when rows come sorted; then `sort` must be given. */
  serverSorts?: boolean;
  layout?: TableLayout;
  onLayoutChange?: (layout: TableLayout) => void;
  selection?: RowSelection;
  onSelectionChange?: (selection: RowSelection) => void;
  /** Actions for the chosen rows. */
  bulkActions?: ReactNode;
  activeId?: string | null;
  onActiveChange?: (id: string) => void;
  onPeek?: (row: Row) => void;
  onOpen?: (row: Row) => void;
  onRowKey?: (key: string, row: Row) => boolean;
  /** The page's main list: its keys work when nothing has focus. */
  pageKeys?: boolean;
  /** First load shows grey rows; `stale` dims the last rows while new ones come. */
  state?: 'ready' | 'loading' | 'stale';
  hasMore?: boolean;
  loadingMore?: boolean;
  onLoadMore?: () => void;
  groupOf?: (row: Row) => RowGroup;
  rowTone?: (row: Row) => RowTone | undefined;
  /** 32; 36 for rows with controls. */
  rowHeight?: number;
  /** Two-line row for phones instead of scrolling sideways. */
  phoneRow?: (row: Row) => ReactNode;
  empty?: ReactNode;
  /** Left part of the bar above; the columns menu and `exportSlot` stand at its right. */
  toolbar?: ReactNode;
  exportSlot?: ReactNode;
  columnsMenu?: boolean;
  className?: string;
};

/** The one table: virtual rows, sorting, widths, columns, selection, keyboard, totals, more on scroll. */
export function DataTable<Row extends RowData>(props: DataTableProps<Row>) {
  'use no memo';
  const { columns, rows, rowId, selection, onSelectionChange, rowHeight = 32, phoneRow } = props;
  const [ownLayout, setOwnLayout] = useState(() => defaultLayout(columns));
  const [ownSort, setOwnSort] = useState<SortState>(null);
  const [ownActive, setOwnActive] = useState<string | null>(null);
  const layout = props.layout ?? ownLayout;
  const setLayout = props.onLayoutChange ?? setOwnLayout;
  const sort = props.sort === undefined ? ownSort : props.sort;
  const activeId = props.activeId === undefined ? ownActive : props.activeId;
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const phone = useMediaQuery('(max-width: 639px)') && phoneRow !== undefined;

  const shown = shownColumns(columns, layout);
  const sorted = useTableRows({
    rows,
    rowId,
    columns,
    layout,
    sort,
    serverSorts: props.serverSorts ?? false,
  });
  const items = tableItems(sorted, rowId, props.groupOf);
  const matching = props.matching ?? sorted.length;
  const selectable = selection !== undefined && onSelectionChange !== undefined && !phone;
  const template = `${selectable ? `${SELECT_WIDTH}px ` : ''}${gridTracks(shown, layout.widths)}`;
  const head = phone ? 0 : HEAD_HEIGHT;

  // eslint-disable-next-line react-hooks/incompatible-library -- 'use no memo' above keeps the compiler out
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (items[index]?.kind === 'row' && phone ? PHONE_ROW_HEIGHT : rowHeight),
    getItemKey: (index) => items[index]?.key ?? index,
    overscan: 12,
    scrollMargin: head,
    scrollPaddingStart: head,
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
  useEffect(() => {
    if (hasMore && !loadingMore && lastDrawn >= items.length - 15) onLoadMore?.();
  }, [hasMore, loadingMore, onLoadMore, lastDrawn, items.length]);

  function changeSort(column: DataColumn<Row>): void {
    const first = column.descFirst ?? false;
    const next: SortState =
      sort?.id !== column.id
        ? { id: column.id, desc: first }
        : sort.desc === first
          ? { id: column.id, desc: !first }
          : null;
    setOwnSort(next);
    props.onSortChange?.(next);
  }

  const isSelected = selection ? selectionTest(selection) : () => false;
  const chosen = selection ? selectedCount(selection, matching) : 0;
  const allShown = sorted.length > 0 && sorted.every((row) => isSelected(rowId(row)));
  const activeItem = cursor.at >= 0 ? `${id}-row-${cursor.at}` : undefined;
  const hasMenu = props.columnsMenu ?? columns.some((column) => column.hidden);

  return (
    <div className={cn('relative flex min-h-0 min-w-0 flex-1 flex-col', props.className)}>
      {(props.toolbar || props.exportSlot || hasMenu) && (
        <div className="flex min-h-10 shrink-0 flex-wrap items-center gap-2 border-b border-line px-4 py-1">
          {props.toolbar}
          <div className="ml-auto flex items-center gap-1">
            {hasMenu && !phone && (
              <ColumnsMenu columns={columns} layout={layout} onLayoutChange={setLayout} />
            )}
            {props.exportSlot}
          </div>
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
              minWidth: phone
                ? undefined
                : leastWidth(shown, layout.widths) + (selectable ? SELECT_WIDTH : 0),
            }}
          >
            {!phone && (
              <TableHead
                columns={shown}
                sort={sort}
                onSort={changeSort}
                widths={layout.widths}
                onResize={(column, width) => setLayout(withWidth(layout, column, width))}
                selectable={selectable}
                allSelected={allShown ? true : chosen > 0 ? 'indeterminate' : false}
                onSelectAll={(on) => {
                  if (selection) onSelectionChange?.(setSelected(selection, sorted.map(rowId), on));
                }}
                template={template}
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
                        template={phone ? null : template}
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
                        template={template}
                        selectable={selectable}
                        selected={isSelected(item.key)}
                        active={item.key === activeId}
                        tone={props.rowTone?.(item.row)}
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
            {!phone && shown.some((column) => column.total !== undefined) && (
              <TotalRow
                columns={shown}
                template={template}
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
