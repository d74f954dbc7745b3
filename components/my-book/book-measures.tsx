import { cn } from '#components/ui/cn.ts';
import { TableScroll } from '#components/ui/table-scroll.tsx';
import type { Book } from '#lib/shared/book-shapes.ts';
import { formatCount } from '#lib/shared/format.ts';
import { againstMedian, measureText, measureWords, noMedianSentence } from './book-words.ts';

const OWN = 'var(--cat-1)';
const MEDIAN = 'var(--n-500)';
const cell = 'h-14 border-t border-line px-3 whitespace-nowrap first:pl-0 last:pr-0';

/** The book against the middle of the role: bars, and the numbers beside them. */
export function BookMeasures({ book, currency }: { book: Book; currency: string }) {
  const missing = noMedianSentence(book);
  return (
    <section aria-label="Against the team" className="border-b border-line px-4 py-3">
      <h2 className="text-14">
        {book.isOwn ? 'How does my book compare?' : `How does the book of ${book.rep.name} compare?`}
      </h2>
      <p className="text-12 text-ink-3">
        Against the median of {book.team} in the same role. {missing}
      </p>
      <TableScroll label="Measures" className="mt-2">
        <table className="w-full max-w-5xl border-collapse text-right">
          <thead>
            <tr className="text-12 text-ink-3">
              <th className="h-7 text-left font-normal">Measure</th>
              <th className="w-[38%] px-3 text-left font-normal max-sm:hidden">
                <Key colour={OWN} label={book.isOwn ? 'Mine' : 'This book'} />
                <Key colour={MEDIAN} label="Median" />
              </th>
              <th className="px-3 font-normal">{book.isOwn ? 'Mine' : 'This book'}</th>
              <th className="px-3 font-normal">Median</th>
              <th className="px-3 font-normal">Against it</th>
              <th className="pl-3 font-normal max-sm:hidden">Limit</th>
            </tr>
          </thead>
          <tbody>
            {book.measures.map((measure) => (
              <tr key={measure.key}>
                <th scope="row" className={cn(cell, 'text-left font-medium')}>
                  {measureWords[measure.key].label}
                  <span className="block text-12 font-normal text-ink-3 max-md:hidden">
                    {measureWords[measure.key].hint}
                  </span>
                  <span className="mt-1 block w-24 sm:hidden">
                    <Bars measure={measure} />
                  </span>
                </th>
                <td className={cn(cell, 'max-sm:hidden')}>
                  <Bars measure={measure} />
                </td>
                <td className={cn(cell, 'font-medium')}>{measureText(measure.key, measure.own, currency)}</td>
                <td className={cell}>
                  {measure.median === null ? '–' : measureText(measure.key, measure.median, currency)}
                </td>
                <td className={cell}>{againstMedian(measure) ?? '–'}</td>
                <td className={cn(cell, 'max-sm:hidden')}>
                  {measure.limit === null ? (
                    <span className="text-ink-3">–</span>
                  ) : (
                    <span className={cn(measure.own > measure.limit && 'font-medium text-caution-ink')}>
                      {measureText(measure.key, Math.round(measure.limit), currency)}
                    </span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      {book.potentialUnknown > 0 && (
        <p className="mt-1 text-12 text-ink-3">
          The potential of {formatCount(book.potentialUnknown, 'account')} is not known; it counts as nothing.
        </p>
      )}
    </section>
  );
}

function Key({ colour, label }: { colour: string; label: string }) {
  return (
    <span className="mr-4 inline-flex items-center gap-1.5">
      <span className="size-2.5 rounded-1" style={{ background: colour }} aria-hidden />
      {label}
    </span>
  );
}

/** Two bars on one scale; the table says the same in numbers. */
function Bars({ measure: { own, median } }: { measure: Book['measures'][number] }) {
  const top = Math.max(own, median ?? 0, 1e-9);
  const width = (value: number) => `${(value / top) * 100}%`;
  return (
    <span className="flex flex-col gap-1" aria-hidden>
      <span className="h-2.5 rounded-1" style={{ width: width(own), background: OWN }} />
      {median !== null && (
        <span className="h-2.5 rounded-1" style={{ width: width(median), background: MEDIAN }} />
      )}
    </span>
  );
}
