import { cn } from '#components/ui/cn.ts';
import type { ImportView } from '#lib/imports/import-view.ts';
import { formatNumber, formatRate } from '#lib/shared/format.ts';

const parts = [
  { key: 'created', label: 'Created', colour: 'var(--n-700)' },
  { key: 'updated', label: 'Updated', colour: 'var(--n-400)' },
  { key: 'unchanged', label: 'Unchanged', colour: 'var(--n-200)' },
  { key: 'rejected', label: 'Rejected', colour: 'var(--bad)' },
] as const;

const LEAST_SHARE = 0.001;

/** A share of the rows; what rounds to nothing or to everything says that it is not quite. */
export function shareWords(count: number, of: number): string {
  if (count === 0 || count === of) return formatRate(count === 0 ? 0 : 1, { digits: 0 });
  const share = count / of;
  if (share < LEAST_SHARE) return `< ${formatRate(LEAST_SHARE)}`;
  return share > 1 - LEAST_SHARE ? `> ${formatRate(1 - LEAST_SHARE)}` : formatRate(share);
}

/** Created + updated + unchanged + rejected = rows read, as a bar and as a list. */
export function DryRunFigures({ rows, isStale }: { rows: ImportView['rows']; isStale: boolean }) {
  const share = (count: number) => (rows.read === 0 ? 0 : count / rows.read);
  return (
    <div className={cn(isStale && 'is-stale')}>
      <div className="my-2.5 flex h-2.5 gap-0.5 overflow-hidden rounded-[2px] bg-press" aria-hidden>
        {parts.map((part) =>
          rows[part.key] > 0 ? (
            <i
              key={part.key}
              className="block min-w-[3px]"
              style={{ width: `${share(rows[part.key]) * 100}%`, background: part.colour }}
            />
          ) : null,
        )}
      </div>
      <dl>
        {parts.map((part) => (
          <div key={part.key} className="grid h-[26px] grid-cols-[1fr_70px_54px] items-center">
            <dt className="flex items-center gap-2">
              <span className="size-2.5 rounded-[2px]" style={{ background: part.colour }} aria-hidden />
              {part.label}
            </dt>
            <dd
              className={cn(
                'text-right font-medium',
                part.key === 'rejected' && rows.rejected > 0 && 'text-bad-ink',
              )}
            >
              {formatNumber(rows[part.key])}
            </dd>
            <dd className="text-right text-ink-3">{shareWords(rows[part.key], rows.read)}</dd>
          </div>
        ))}
        <div className="mt-1 grid h-[30px] grid-cols-[1fr_70px_54px] items-center border-t border-line pt-1 font-semibold">
          <dt>Rows read</dt>
          <dd className="text-right">{formatNumber(rows.read)}</dd>
          <dd className="text-right font-normal text-ink-3">{rows.read > 0 ? '100 %' : '–'}</dd>
        </div>
      </dl>
    </div>
  );
}
