'use client';
import { AskButton } from '#components/requests/ask-button.tsx';
import { AppLink } from '#components/ui/app-link.tsx';
import { SectionHeader } from '#components/ui/section-header.tsx';
import { TableScroll } from '#components/ui/table-scroll.tsx';
import type { Book } from '#lib/shared/book-shapes.ts';
import { dayOfInstant } from '#lib/shared/days.ts';
import { formatDay, formatMoney, formatNumber } from '#lib/shared/format.ts';
import { slotLabels } from '#lib/shared/plan-shapes.ts';

const cell = 'h-8 border-t border-line px-3 whitespace-nowrap first:pl-0 last:pr-0';

/** Every account of the book: since when and why it is there, what it brings, and asking for a change. */
export function BookAccounts({
  book,
  currency,
  timeZone,
}: {
  book: Book;
  currency: string;
  timeZone: string;
}) {
  const money = (amount: number) => formatMoney(amount, currency, { compact: true });
  return (
    <section aria-label="Accounts of the book" className="px-4 py-3">
      <SectionHeader title="Accounts" fact={String(book.accounts.length)} />
      {book.accounts.length === 0 ? (
        <p className="py-1 text-ink-3">No account is in this book.</p>
      ) : (
        <TableScroll label="Accounts">
          <table className="w-full border-collapse text-right">
            <thead>
              <tr className="text-12 text-ink-3">
                <th className="h-7 text-left font-normal">Account</th>
                <th className="px-3 text-left font-normal">Tier</th>
                <th className="px-3 text-left font-normal">Slot</th>
                <th className="px-3 font-normal">Potential</th>
                <th className="px-3 font-normal">Touches a month</th>
                <th className="px-3 font-normal">Open pipeline</th>
                <th className="px-3 text-left font-normal">Since</th>
                <th className="px-3 text-left font-normal max-lg:hidden">Why</th>
                <th className="pl-3 font-normal">
                  <span className="sr-only">Ask</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {book.accounts.map((account) => (
                <tr key={`${account.id} ${account.slot}`}>
                  <th scope="row" className={`${cell} max-w-64 truncate text-left font-medium`}>
                    <AppLink href={`/accounts/${account.id}`} className="hover:underline">
                      {account.name}
                    </AppLink>
                  </th>
                  <td className={`${cell} text-left`}>{account.tier ?? '–'}</td>
                  <td className={`${cell} text-left`}>{slotLabels[account.slot]}</td>
                  <td className={cell}>
                    {account.potentialAmount === null ? (
                      <span className="text-ink-3">not known</span>
                    ) : (
                      money(account.potentialAmount)
                    )}
                  </td>
                  <td className={cell}>{formatNumber(account.workloadTouches)}</td>
                  <td className={cell}>{money(account.pipelineAmount)}</td>
                  <td className={`${cell} text-left text-12 text-ink-2`}>
                    {formatDay(dayOfInstant(account.sinceAt, timeZone))}
                  </td>
                  <td
                    className={`${cell} max-w-72 truncate text-left text-12 text-ink-3 max-lg:hidden`}
                    title={account.reason ?? undefined}
                  >
                    {account.reason ?? '–'}
                  </td>
                  <td className={cell}>
                    <AskButton accountId={account.id} name={account.name} label="Ask…" variant="link" />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
    </section>
  );
}
