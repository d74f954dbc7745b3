'use client';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { metricDefinitions } from '#lib/metrics/metric-definitions.ts';
import type { Performance } from '#lib/metrics/performance.ts';
import { performanceGroups } from '#lib/metrics/performance-filters.ts';
import type { ResultRow } from '#lib/metrics/result-rows.ts';
import { formatRate } from '#lib/shared/format.ts';
import { cn } from '../ui/cn.ts';
import { TableScroll } from '../ui/table-scroll.tsx';
import { Tooltip } from '../ui/tooltip.tsx';
import { groupColours, groupId } from './colours.ts';
import { groupName } from './group-name.ts';
import type { ResultColumn, TableLine } from './result-columns.tsx';
import type { ResultSort } from './sort-rows.ts';
import { VerdictChips } from './verdict-chips.tsx';

/** Groups beside each other and the rest; every rate with its n and interval, every column of whiskers on one scale. */
export function ResultTable({
  data,
  rows,
  columns,
  sort,
  onSort,
}: {
  data: Performance;
  rows: readonly ResultRow[];
  columns: readonly ResultColumn[];
  sort: ResultSort | null;
  onSort: (sort: ResultSort) => void;
}) {
  const colourOf = groupColours(data);
  const { groupBy } = data.filters;
  const total: TableLine = { name: 'All', figures: data.byGroup.total, key: {}, isPale: false };
  return (
    <TableScroll
      label={`Results by ${performanceGroups[groupBy].toLowerCase()}`}
      className="border-t border-line"
    >
      <table className="w-full min-w-[1140px] table-fixed border-separate border-spacing-0">
        <caption className="sr-only">Results by {performanceGroups[groupBy].toLowerCase()}</caption>
        <thead className="text-12 text-ink-3">
          <tr>
            <th scope="col" className="h-7 border-b border-line pr-2 pl-4 text-left font-normal">
              {performanceGroups[groupBy]}
            </th>
            {columns.map((column) => (
              <ColumnHead key={column.id} column={column} sort={sort} onSort={onSort} />
            ))}
            <th scope="col" className="h-7 w-50 border-b border-line pr-4 pl-2 text-left font-normal">
              {groupBy === 'segment' ? 'Against the rest' : 'Against the others'}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const id = groupId(row.group, groupBy);
            const name = groupName(data, row.group);
            const line: TableLine = { name, figures: row.group, key: row.group.key, isPale: row.isTooFew };
            return (
              <tr
                key={id ?? 'none'}
                className={cn('group', row.isTooFew && 'text-ink-3', row.isRest && 'text-ink-2')}
              >
                <th scope="row" className="h-9 border-b border-line pr-2 pl-4 text-left group-hover:bg-hover">
                  <span className="flex items-center gap-2 font-medium">
                    <span
                      aria-hidden
                      className="size-2.5 shrink-0 rounded-[2px]"
                      style={{
                        background: colourOf(id),
                        ...(row.isTooFew ? { opacity: 'var(--chart-pale)' } : {}),
                      }}
                    />
                    <span className="truncate" title={name}>
                      {name}
                    </span>
                  </span>
                </th>
                {columns.map((column) => (
                  <td
                    key={column.id}
                    className={cn(
                      'h-9 border-b border-line px-2 whitespace-nowrap group-hover:bg-hover',
                      column.scale === undefined && 'text-right',
                    )}
                  >
                    {column.cell(line, false)}
                  </td>
                ))}
                <td className="h-9 border-b border-line pr-4 pl-2 whitespace-nowrap group-hover:bg-hover">
                  <VerdictChips row={row} />
                </td>
              </tr>
            );
          })}
        </tbody>
        <tfoot className="bg-sunken font-medium">
          <tr>
            <th scope="row" className="h-9 border-b border-line pr-2 pl-9.5 text-left font-medium">
              {data.isScoped ? 'All your accounts' : 'All accounts'}
            </th>
            {columns.map((column) => (
              <td
                key={column.id}
                className={cn(
                  'h-9 border-b border-line px-2 whitespace-nowrap',
                  column.scale === undefined && 'text-right',
                )}
              >
                {column.cell(total, true)}
              </td>
            ))}
            <td className="h-9 border-b border-line pr-4 pl-2" />
          </tr>
        </tfoot>
      </table>
    </TableScroll>
  );
}

function ColumnHead({
  column,
  sort,
  onSort,
}: {
  column: ResultColumn;
  sort: ResultSort | null;
  onSort: (sort: ResultSort) => void;
}) {
  const isSorted = sort?.id === column.id;
  const { label, definition } = metricDefinitions[column.metric];
  const Arrow = sort?.desc ? ArrowDown : ArrowUp;
  return (
    <th
      scope="col"
      aria-sort={isSorted ? (sort.desc ? 'descending' : 'ascending') : 'none'}
      style={{ width: column.width }}
      className="h-7 border-b border-line px-2 font-normal whitespace-nowrap"
    >
      <span className={cn('flex items-center gap-2.5', column.scale === undefined && 'justify-end')}>
        <Tooltip content={definition}>
          <button
            type="button"
            onClick={() => onSort({ id: column.id, desc: isSorted ? !sort.desc : true })}
            className={cn(
              'inline-flex items-center gap-0.5 rounded-1 hover:text-ink',
              column.scale !== undefined && 'min-w-12 justify-end',
              isSorted && 'font-medium text-ink',
            )}
          >
            {column.label ?? label}
            {isSorted && <Arrow aria-hidden className="size-3" />}
          </button>
        </Tooltip>
        {column.scale !== undefined && (
          <span aria-hidden className="flex flex-1 justify-between text-11">
            <span>0</span>
            <span>{formatRate(column.scale, { digits: 0 })}</span>
          </span>
        )}
      </span>
    </th>
  );
}
