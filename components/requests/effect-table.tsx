import { CountOfCap, ShareOfTarget, TouchesOfCapacity } from '#components/territories/book-cells.tsx';
import { BalanceBar } from '#components/ui/balance-bar.tsx';
import { TableScroll } from '#components/ui/table-scroll.tsx';
import { formatMoney, formatNumber } from '#lib/shared/format.ts';
import type { RequestEffect } from '#lib/shared/request-shapes.ts';

type EffectBook = RequestEffect['books'][number];
const cell = 'h-9 border-t border-line px-2 whitespace-nowrap first:pl-0 last:pr-0';

/** Both books before and after a request: accounts, potential, touches and pipeline, against cap, capacity and band. */
export function EffectTable({
  effect,
  name,
  currency,
}: {
  effect: RequestEffect;
  /** Of the account that would change hands. */
  name: string;
  currency: string;
}) {
  const { books, toleranceRate: tolerance } = effect;
  const money = (amount: number) => formatMoney(amount, currency, { compact: true });
  return (
    <div className="flex flex-col gap-2">
      <TableScroll label={`Effect on both books: ${name}`}>
        <table className="w-full border-collapse text-right">
          <thead>
            <tr className="text-12 text-ink-3">
              <th className="h-7 text-left font-normal">Book</th>
              <th className="px-2 font-normal">Accounts / cap</th>
              <th className="px-2 font-normal">Potential</th>
              <th className="px-2 font-normal">of an even share</th>
              <th className="px-2 text-left font-normal max-md:hidden">In the band</th>
              <th className="px-2 font-normal">Touches / capacity</th>
              <th className="px-2 font-normal">Open pipeline</th>
              <th className="pl-2 font-normal">of an even share</th>
            </tr>
          </thead>
          <tbody>
            {books.map((book) => (
              <tr key={book.repId}>
                <th scope="row" className={`${cell} text-left font-medium`}>
                  {book.name}
                </th>
                <td className={cell}>
                  <Before was={formatNumber(book.before.accounts)} is={formatNumber(book.after.accounts)} />
                  <CountOfCap count={book.after.accounts} cap={book.maxAccounts} />
                </td>
                <td className={cell}>
                  <Before was={money(book.before.potentialAmount)} is={money(book.after.potentialAmount)} />
                  {money(book.after.potentialAmount)}
                </td>
                <td className={cell}>
                  <ShareOfTarget share={book.shareAfter.potential} tolerance={tolerance} />
                </td>
                <td className={`${cell} text-left max-md:hidden`}>
                  <Band book={book} tolerance={tolerance} />
                </td>
                <td className={cell}>
                  <span className="inline-flex items-center">
                    <Before
                      was={formatNumber(book.before.workloadTouches)}
                      is={formatNumber(book.after.workloadTouches)}
                    />
                    <TouchesOfCapacity
                      touches={book.after.workloadTouches}
                      capacity={book.capacityTouches === null ? null : Math.round(book.capacityTouches)}
                      hasBar={false}
                    />
                  </span>
                </td>
                <td className={cell}>
                  <Before was={money(book.before.pipelineAmount)} is={money(book.after.pipelineAmount)} />
                  {money(book.after.pipelineAmount)}
                </td>
                <td className={cell}>
                  <ShareOfTarget share={book.shareAfter.pipeline} tolerance={tolerance} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      {effect.outside > 0 && (
        <p className="text-12 text-ink-3">The other book is not in your team, so it is not shown.</p>
      )}
      {effect.isLocked && (
        <p className="text-12 text-caution-ink">
          The account is locked to its holder; accepting moves the lock along.
        </p>
      )}
    </div>
  );
}

/** What it was, where that is something else. */
function Before({ was, is }: { was: string; is: string }) {
  return was === is ? null : <span className="mr-1 text-ink-3">{was} →</span>;
}

function Band({ book, tolerance }: { book: EffectBook; tolerance: number }) {
  const { potential: after } = book.shareAfter;
  const { potential: before } = book.shareBefore;
  if (after === null) return <span className="text-ink-3">–</span>;
  return (
    <span className="inline-flex">
      <BalanceBar after={after} tolerance={tolerance} width={110} {...(before === null ? {} : { before })} />
    </span>
  );
}
