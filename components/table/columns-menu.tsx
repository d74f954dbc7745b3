'use client';
import { ArrowDown, ArrowUp, Columns3 } from 'lucide-react';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Popover } from '../ui/popover.tsx';
import { type DataColumn, defaultLayout, type TableLayout } from './columns.ts';
import { orderedColumns } from './layout.ts';

/** Shows, hides and reorders columns; the same with the keyboard. */
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
  const hidden = new Set(layout.hidden);

  function move(from: number, by: number): void {
    const order = ordered.map((column) => column.id);
    const [id] = order.splice(from, 1);
    if (id !== undefined) order.splice(from + by, 0, id);
    onLayoutChange({ ...layout, order });
  }

  function show(id: string, on: boolean): void {
    const next = new Set(hidden);
    if (on) next.delete(id);
    else next.add(id);
    onLayoutChange({ ...layout, hidden: [...next] });
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
        {ordered.map((column, index) =>
          column.hideable === false ? null : (
            <li key={column.id} className="flex h-7 items-center gap-1 rounded-1 px-2 hover:bg-press">
              <Checkbox
                className="min-w-0 flex-1"
                checked={!hidden.has(column.id)}
                onCheckedChange={(on) => show(column.id, on === true)}
              >
                {column.header}
              </Checkbox>
              <IconButton
                size="sm"
                tooltip={false}
                label={`Move ${column.header} left`}
                disabled={index === 0 || ordered[index - 1]?.hideable === false}
                onClick={() => move(index, -1)}
              >
                <ArrowUp aria-hidden />
              </IconButton>
              <IconButton
                size="sm"
                tooltip={false}
                label={`Move ${column.header} right`}
                disabled={index === ordered.length - 1}
                onClick={() => move(index, 1)}
              >
                <ArrowDown aria-hidden />
              </IconButton>
            </li>
          ),
        )}
      </ul>
      <div className="mt-1 border-t border-line px-2 pt-1.5 pb-1 text-12">
        <Button variant="link" onClick={() => onLayoutChange(defaultLayout(columns))}>
          Reset columns
        </Button>
      </div>
    </Popover>
  );
}
