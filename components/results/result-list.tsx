'use client';
import type { Performance } from '#lib/metrics/performance.ts';
import type { ResultRow } from '#lib/metrics/result-rows.ts';
import { cn } from '../ui/cn.ts';
import { groupColours, groupId } from './colours.ts';
import { groupName } from './group-name.ts';
import { MetricName } from './metric-name.tsx';
import type { ResultColumn, TableLine } from './result-columns.tsx';
import { VerdictChips } from './verdict-chips.tsx';

/** The same rows on a phone: each a block of named figures, nothing sideways. */
export function ResultList({
  data,
  rows,
  columns,
}: {
  data: Performance;
  rows: readonly ResultRow[];
  columns: readonly ResultColumn[];
}) {
  const colourOf = groupColours(data);
  return (
    <ul className="border-t border-line">
      {rows.map((row) => {
        const id = groupId(row.group, data.filters.groupBy);
        const name = groupName(data, row.group);
        const line: TableLine = { name, figures: row.group, key: row.group.key, isPale: row.isTooFew };
        return (
          <li
            key={id ?? 'none'}
            className={cn('border-b border-line px-4 py-3', row.isTooFew && 'text-ink-3')}
          >
            <div className="flex items-center gap-2">
              <span
                aria-hidden
                className="size-2.5 shrink-0 rounded-[2px]"
                style={{ background: colourOf(id) }}
              />
              <span className="min-w-0 flex-1 truncate font-medium">{name}</span>
              <VerdictChips row={row} />
            </div>
            <dl className="mt-2 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5">
              {columns.map((column) => (
                <div key={column.id} className="contents">
                  <dt className="text-12 leading-5 text-ink-3">
                    <MetricName metric={column.metric}>{column.label}</MetricName>
                  </dt>
                  <dd className="flex justify-end">{column.cell(line, false)}</dd>
                </div>
              ))}
            </dl>
          </li>
        );
      })}
    </ul>
  );
}
