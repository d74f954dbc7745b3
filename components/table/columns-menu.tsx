'use client';
import { ArrowDown, ArrowUp, Columns3, Pin, PinOff } from 'lucide-react';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Popover } from '../ui/popover.tsx';
import { type DataColumn, defaultLayout, type TableLayout } from './columns.ts';
import { orderedColumns, withPinned, withPlace, withShown } from './layout.ts';

/** Shows, hides, pins and reorders columns; the same with the keyboard. */
export function ColumnsMenu<Row>({
  columns,
  layout,
  onLayoutChange,
}: {
  columns: DataColumn<Row>[];
  layout: TableLayout;
  onLayoutChange: (layout: TableLayout) => void;
}) {
  const ordered = orderedColumns(columns, layout);
  const everything: TableLayout = { ...layout, hidden: [] };
  const isHidden = (column: DataColumn<Row>) =>
    column.hideable !== false && layout.hidden.includes(column.id);

  function move(id: string, to: number): void {
    onLayoutChange({ ...withPlace(columns, everything, id, to), hidden: layout.hidden });
  }

  return (
    <Popover
      label="Columns"
      align="end"
      className="w-64 p-1"
      trigger={
        <Button variant="ghost" size="sm">
          <Columns3 aria-hidden /> Columns
        </Button>
      }
    >
      <ul>
        {ordered.map((column, index) => {
          const isPinned = layout.pinned.includes(column.id);
          return (
            <li key={column.id} className="flex h-7 items-center gap-1 rounded-1 px-2 hover:bg-press">
              <Checkbox
                className="min-w-0 flex-1"
                checked={!isHidden(column)}
                disabled={column.hideable === false}
                onCheckedChange={(on) => onLayoutChange(withShown(layout, column.id, on === true))}
              >
                {column.header}
              </Checkbox>
              <IconButton
                size="sm"
                tooltip={false}
                label={`${isPinned ? 'Unpin' : 'Pin'} ${column.header}`}
                aria-pressed={isPinned}
                onClick={() => onLayoutChange(withPinned(layout, column.id, !isPinned))}
              >
                {isPinned ? <PinOff aria-hidden /> : <Pin aria-hidden />}
              </IconButton>
              <IconButton
                size="sm"
                tooltip={false}
                label={`Move ${column.header} left`}
                disabled={index === 0}
                onClick={() => move(column.id, index - 1)}
              >
                <ArrowUp aria-hidden />
              </IconButton>
              <IconButton
                size="sm"
                tooltip={false}
                label={`Move ${column.header} right`}
                disabled={index === ordered.length - 1}
                onClick={() => move(column.id, index + 1)}
              >
                <ArrowDown aria-hidden />
              </IconButton>
            </li>
          );
        })}
      </ul>
      <div className="mt-1 border-t border-line px-2 pt-1.5 pb-1 text-12">
        <Button variant="link" onClick={() => onLayoutChange(defaultLayout(columns))}>
          Reset columns
        </Button>
      </div>
    </Popover>
  );
}
