'use client';
import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { cn } from '#components/ui/cn.ts';
import { formatMoney, formatNumber, formatRate } from '#lib/shared/format.ts';
import type { Colouring } from './colouring.ts';
import { PatternSwatch } from './pattern-swatch.tsx';
import type { RegionTally } from './region-tally.ts';

const head =
  'sticky top-0 z-[1] h-7 bg-panel px-2 text-12 font-normal text-ink-3 whitespace-nowrap shadow-[inset_0_-1px_0_var(--line)]';
const mainHeads = {
  territory: 'Territory',
  holder: 'Held by',
  changes: 'Mostly',
  potential: 'Share of potential',
} as const;
const cell = 'h-8 border-b border-line px-2 whitespace-nowrap';

const sorts = {
  region: 'Region',
  accounts: 'Accounts',
  potentialAmount: 'Potential',
  changes: 'Changes',
} as const;
type SortBy = keyof typeof sorts;

/** A region's name and what lies in it, for the table. */
export type RegionRow = RegionTally & { label: string };

/**
 * The map as a table: the same regions with the same accounts and one selection. A checkbox chooses all accounts of a
 * region, as painting over it does.
 */
export function RegionTable({
  title,
  rows,
  colouring,
  currency,
  canChoose,
  activeCode,
  onChoose,
  onOpen,
}: {
  title: string;
  rows: readonly RegionRow[];
  colouring: Colouring;
  currency: string;
  canChoose: boolean;
  activeCode: string | null;
  onChoose: (code: string, on: boolean) => void;
  /** Shows the region on the map; its parts where it has some. */
  onOpen: (code: string) => void;
}) {
  const [sort, setSort] = useState<{ by: SortBy; isDown: boolean }>({ by: 'potentialAmount', isDown: true });
  const sorted = [...rows].sort((a, b) => {
    const order = sort.by === 'region' ? a.label.localeCompare(b.label) : a[sort.by] - b[sort.by];
    return (sort.isDown ? -order : order) || a.label.localeCompare(b.label);
  });
  const total = (value: (row: RegionRow) => number) => rows.reduce((sum, row) => sum + value(row), 0);
  const allAmount = total(({ potentialAmount }) => potentialAmount);
  const money = (amount: number) => formatMoney(amount, currency, { compact: true });
  return (
    <div
      className="min-h-0 overflow-auto border-t border-line max-sm:[&_.wide]:hidden"
      role="region"
      aria-label={title}
      tabIndex={0}
    >
      <table className="w-full border-collapse text-right">
        <caption className="sr-only">{title}</caption>
        <thead>
          <tr>
            {canChoose && (
              <th className={cn(head, 'w-8 pl-4')}>
                <span className="sr-only">Choose</span>
              </th>
            )}
            {(Object.keys(sorts) as SortBy[]).map((by) => (
              <th
                key={by}
                aria-sort={sort.by === by ? (sort.isDown ? 'descending' : 'ascending') : undefined}
                className={cn(head, by === 'region' && 'text-left', by === 'region' && !canChoose && 'pl-4')}
              >
                <button
                  type="button"
                  className="hover:text-ink"
                  onClick={() => setSort({ by, isDown: sort.by === by ? !sort.isDown : by !== 'region' })}
                >
                  {sorts[by]}
                  {sort.by === by && <span aria-hidden>{sort.isDown ? ' ↓' : ' ↑'}</span>}
                </button>
              </th>
            ))}
            <th className={cn(head, 'pr-4 text-left')}>{mainHeads[colouring.by]}</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map((row) => {
            const main = colouring.list[row.main];
            const share = (row.byCategory[row.main] ?? 0) / row.accounts;
            return (
              <tr key={row.code} className={cn(activeCode === row.code && 'bg-accent-soft')}>
                {canChoose && (
                  <td className={cn(cell, 'pl-4')}>
                    <Checkbox
                      aria-label={`Choose ${row.label}`}
                      checked={
                        row.selected === 0 ? false : row.selected === row.accounts ? true : 'indeterminate'
                      }
                      onCheckedChange={(on) => onChoose(row.code, on === true)}
                    />
                  </td>
                )}
                <td className={cn(cell, 'text-left', !canChoose && 'pl-4')}>
                  <button
                    type="button"
                    onClick={() => onOpen(row.code)}
                    className="group flex items-center gap-1 font-medium hover:underline"
                  >
                    {row.label}
                    <ChevronRight
                      className="size-3 text-ink-3 opacity-0 group-hover:opacity-100"
                      aria-hidden
                    />
                  </button>
                </td>
                <td className={cell}>
                  {row.selected > 0 && row.selected < row.accounts && (
                    <span className="text-ink-3">{formatNumber(row.selected)} of </span>
                  )}
                  {formatNumber(row.accounts)}
                </td>
                <td className={cn(cell, 'text-ink-2')}>{money(row.potentialAmount)}</td>
                <td className={cn(cell, row.changes === 0 && 'text-ink-3')}>{formatNumber(row.changes)}</td>
                <td className={cn(cell, 'pr-4 text-left')}>
                  {colouring.by === 'potential' ? (
                    <span className="text-ink-2">{formatRate(row.potentialAmount / (allAmount || 1))}</span>
                  ) : main ? (
                    <span className="flex items-center gap-1.5">
                      <PatternSwatch colour={main.colour} pattern={main.pattern} />
                      <span className="max-w-44 truncate">{main.label}</span>
                      {share < 1 && <span className="text-12 text-ink-3">{formatRate(share)}</span>}
                      {row.ground > 0 && (
                        <span className="wide text-12 text-ink-3">
                          {formatNumber(row.ground)}{' '}
                          {colouring.ground?.has(0) ? 'in pools or with nobody' : 'in pools'}
                        </span>
                      )}
                      {colouring.by === 'territory' && (row.byCategory[0] ?? 0) > 0 && row.main !== 0 && (
                        <span className="wide text-12 text-caution-ink">
                          {formatNumber(row.byCategory[0] ?? 0)} {colouring.list[0]?.label.toLowerCase()}
                        </span>
                      )}
                    </span>
                  ) : null}
                </td>
              </tr>
            );
          })}
        </tbody>
        <tfoot className="sticky bottom-0 bg-panel font-semibold shadow-[inset_0_1px_0_var(--line)]">
          <tr>
            {canChoose && <td />}
            <th scope="row" className={cn('h-8 px-2 text-left font-semibold', !canChoose && 'pl-4')}>
              Total
            </th>
            <td className="px-2">{formatNumber(total(({ accounts }) => accounts))}</td>
            <td className="px-2">{money(allAmount)}</td>
            <td className="px-2">{formatNumber(total(({ changes }) => changes))}</td>
            <td />
          </tr>
        </tfoot>
      </table>
      {rows.length === 0 && <p className="p-4 text-ink-3">No account here passes the filter.</p>}
    </div>
  );
}
