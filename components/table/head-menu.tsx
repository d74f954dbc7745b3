'use client';
import { ChevronDown } from 'lucide-react';
import { Menu, type MenuItem } from '../ui/menu.tsx';
import type { DataColumn, SortState } from './columns.ts';

/** What can be done with the columns of a table. */
export type ColumnActions = {
  sort: (id: string, desc: boolean) => void;
  /** Pixels; null gives the column its own width again. */
  resize: (id: string, width: number | null) => void;
  /** To a place among the shown columns. */
  place: (id: string, to: number) => void;
  pin: (id: string, on: boolean) => void;
  show: (id: string, on: boolean) => void;
  reset: () => void;
};

/** How a column stands among the others. */
export type ColumnPlace = {
  at: number;
  count: number;
  isPinned: boolean;
  isResized: boolean;
  hidden: readonly { id: string; header: string }[];
};

/** The menu of one head: sort, move, pin, hide, and bring hidden columns back. */
export function HeadMenu<Row>({
  column,
  sort,
  place,
  actions,
  open,
  onOpenChange,
}: {
  column: DataColumn<Row>;
  sort: SortState;
  place: ColumnPlace;
  actions: ColumnActions;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}) {
  const { id } = column;
  const isBy = sort?.id === id;
  const items: MenuItem[] = [
    ...(column.sortable
      ? ([
          {
            label: 'Sort ascending',
            checked: isBy && !sort.desc,
            onSelect: () => actions.sort(id, false),
          },
          {
            label: 'Sort descending',
            checked: isBy && sort.desc,
            onSelect: () => actions.sort(id, true),
          },
          { kind: 'separator' },
        ] satisfies MenuItem[])
      : []),
    ...(place.at > 0
      ? [{ label: 'Move left', keys: ['Ctrl', '←'], onSelect: () => actions.place(id, place.at - 1) }]
      : []),
    ...(place.at < place.count - 1
      ? [{ label: 'Move right', keys: ['Ctrl', '→'], onSelect: () => actions.place(id, place.at + 1) }]
      : []),
    ...(place.isResized ? [{ label: 'Own width again', onSelect: () => actions.resize(id, null) }] : []),
    { label: place.isPinned ? 'Unpin' : 'Pin to the left', onSelect: () => actions.pin(id, !place.isPinned) },
    ...(column.hideable === false ? [] : [{ label: 'Hide', onSelect: () => actions.show(id, false) }]),
    { kind: 'separator' },
    ...place.hidden.map((other) => ({
      label: `Show ${other.header}`,
      onSelect: () => actions.show(other.id, true),
    })),
    { label: 'Reset columns', onSelect: actions.reset },
  ];
  return (
    <Menu
      label={`${column.header} column`}
      align="start"
      open={open}
      onOpenChange={onOpenChange}
      trigger={
        <button
          type="button"
          tabIndex={-1}
          aria-label={`${column.header} column`}
          className="flex size-5 shrink-0 items-center justify-center rounded-1 bg-panel opacity-0 group-hover/head:opacity-100 hover:bg-press hover:text-ink focus-visible:opacity-100 data-[state=open]:opacity-100"
        >
          <ChevronDown aria-hidden className="size-3" />
        </button>
      }
      items={items}
    />
  );
}
