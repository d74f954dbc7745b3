import { formatNumber } from '#lib/shared/format.ts';
import { AppLink } from '../ui/app-link.tsx';
import { cn } from '../ui/cn.ts';
import type { ChartTable } from './chart-data.ts';

/** The chart's data as a table; a row that has records links to them. */
export function ChartTableView({ table, label }: { table: ChartTable; label: string }) {
  return (
    // Focusable, so that the table can be scrolled with the keyboard.
    <div className="max-h-80 overflow-auto" role="region" aria-label={label} tabIndex={0}>
      <table className="w-full">
        <thead className="sticky top-0 bg-panel text-12 text-ink-3">
          <tr>
            {table.columns.map((column) => (
              <th
                key={column.label}
                scope="col"
                className={cn('h-7 border-b border-line px-2', column.numeric && 'text-right')}
              >
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.key}>
              {row.cells.map((cell, index) => {
                const text =
                  row.shown?.[index] ??
                  (cell === null
                    ? 'unknown'
                    : typeof cell === 'number'
                      ? formatNumber(cell, { digits: 2 })
                      : cell);
                return (
                  <td
                    key={index}
                    className={cn(
                      'h-8 border-b border-line px-2',
                      table.columns[index]?.numeric && 'text-right',
                    )}
                  >
                    {index === 0 && row.href ? (
                      <AppLink href={row.href} className="rounded-1 text-accent-ink hover:underline">
                        {text}
                      </AppLink>
                    ) : (
                      text
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
