import type { ReactNode } from 'react';
import { cn } from '#components/ui/cn.ts';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import { TableScroll } from '#components/ui/table-scroll.tsx';
import { formatCount, formatMoney, formatNumber, formatSigned } from '#lib/shared/format.ts';
import { type EffectBook, type PlanBook, slotLabels } from '#lib/shared/plan-shapes.ts';
import { CountOfCap, ShareOfTarget, TouchesOfCapacity } from './book-cells.tsx';
import { draftWord } from './plan-href.ts';
import { usePlanner } from './planner-context.tsx';
import type { EffectState } from './use-change-effect.ts';

/** Before and after of every book that a change touches: count, potential, share of target, workload. */
export function EffectView({ effect, isCompact = false }: { effect: EffectState; isCompact?: boolean }) {
  const { plan } = usePlanner();
  const { value, isStale, problem } = effect;
  if (problem) return <p className="text-bad-ink">{problem}</p>;
  if (!value) return <SkeletonRows rows={3} label="Working out the effect" />;
  const more = value.movesAfter - value.movesBefore;
  return (
    <section aria-label="Effect" className={cn('flex flex-col gap-2', isStale && 'is-stale')}>
      {value.books.length === 0 ? (
        <p className="text-ink-2">
          No book changes: everybody holds what they hold in the {draftWord(plan)} now.
        </p>
      ) : (
        <BooksTable books={value.books} isCompact={isCompact} />
      )}
      {overWords(value.books).map((sentence) => (
        <p key={sentence} role="status" className="text-caution-ink">
          {sentence}
        </p>
      ))}
      <p className="text-12 text-ink-3">
        Publishing would then move {formatCount(value.movesAfter, 'account')}
        {more !== 0 && ` (${formatSigned(more)})`}.
      </p>
    </section>
  );
}

/** Which books the change takes past their account cap or capacity, in a sentence each. */
function overWords(books: readonly PlanBook[]): string[] {
  return books.flatMap(({ name, maxAccounts, capacityTouches, before, after }) => {
    const accounts = after?.accounts ?? 0;
    const touches = after?.workloadTouches ?? 0;
    const sentences: string[] = [];
    if (maxAccounts !== null && accounts > maxAccounts && accounts > (before?.accounts ?? 0)) {
      sentences.push(
        `${name} would hold ${formatCount(accounts, 'account')}, ${formatNumber(accounts - maxAccounts)} over the cap.`,
      );
    }
    if (
      capacityTouches !== null &&
      touches > capacityTouches + 1e-9 &&
      touches > (before?.workloadTouches ?? 0)
    ) {
      sentences.push(
        `${name} would need ${formatNumber(touches)} touches a month and has time for ${formatNumber(capacityTouches)}.`,
      );
    }
    return sentences;
  });
}

const head = 'h-7 px-1 text-12 font-normal text-ink-3 whitespace-nowrap first:pl-0 last:pr-0';
const cell = 'h-8 border-t border-line px-1 first:pl-0 last:pr-0';
/** What would be: one piece, whatever is before it. */
const then = 'inline-block whitespace-nowrap';

/** Books before and after, one row per holder and slot; with their open pipeline where it is known. */
export function BooksTable({
  books,
  isCompact = false,
  hasBars = !isCompact,
}: {
  books: readonly (PlanBook & Partial<EffectBook>)[];
  hasBars?: boolean;
  /** Where room is short, what was stands above what would be. */
  isCompact?: boolean;
}) {
  const { plan, currency } = usePlanner();
  const hasPipeline = books.some((book) => book.pipelineAfterAmount !== undefined);
  const figure = cn(cell, isCompact ? 'py-1' : 'whitespace-nowrap');
  const money = (amount: number) => formatMoney(amount, currency, { compact: true });
  return (
    <TableScroll label="Books before and after">
      <table className="w-full border-collapse text-right">
        <thead>
          <tr>
            <th className={cn(head, 'text-left')}>Holder</th>
            <th className={head}>Accounts</th>
            <th className={head}>Potential</th>
            <th className={head}>Of target</th>
            <th className={head}>Touches</th>
            {hasPipeline && <th className={head}>Pipeline</th>}
          </tr>
        </thead>
        <tbody>
          {books.map((book) => (
            <tr key={`${book.slot}-${book.repId}`}>
              <td
                className={cn(cell, 'max-w-34 truncate text-left font-medium whitespace-nowrap')}
                title={book.name}
              >
                {book.name} <span className="font-normal text-ink-3">{slotLabels[book.slot]}</span>
              </td>
              <td className={figure}>
                <Was>{formatNumber(book.before?.accounts ?? 0)}</Was>
                <span className={then}>
                  <CountOfCap count={book.after?.accounts ?? 0} cap={book.maxAccounts} />
                </span>
              </td>
              <td className={figure}>
                <Was>{money(book.before?.potentialAmount ?? 0)}</Was>
                <span className={then}>{money(book.after?.potentialAmount ?? 0)}</span>
              </td>
              <td className={figure}>
                {book.shareBefore !== null && book.shareAfter !== null && (
                  <Was>{Math.round(book.shareBefore * 100)}</Was>
                )}
                <span className={then}>
                  <ShareOfTarget share={book.shareAfter} tolerance={plan.toleranceRate} />
                </span>
              </td>
              <td className={figure}>
                <span
                  className={cn('inline-flex items-center gap-x-1', isCompact && 'flex-wrap justify-end')}
                >
                  <Was>{formatNumber(book.before?.workloadTouches ?? 0)}</Was>
                  <span className={then}>
                    <TouchesOfCapacity
                      touches={book.after?.workloadTouches ?? 0}
                      capacity={book.capacityTouches}
                      hasBar={hasBars}
                    />
                  </span>
                </span>
              </td>
              {hasPipeline && (
                <td className={figure}>
                  <Was>{money(book.pipelineBeforeAmount ?? 0)}</Was>
                  <span className={then}>{money(book.pipelineAfterAmount ?? 0)}</span>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

function Was({ children }: { children: ReactNode }) {
  return (
    <>
      <span className="whitespace-nowrap text-ink-3">{children} →</span>{' '}
    </>
  );
}
