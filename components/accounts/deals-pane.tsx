'use client';
import { z } from 'zod';
import { Chip } from '#components/ui/chip.tsx';
import { ErrorState } from '#components/ui/error-state.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import { parseIsoDay } from '#lib/shared/days.ts';
import { formatMoney } from '#lib/shared/format.ts';
import type { AccountFacts } from './account-page.tsx';
import { dayWords } from './day-words.ts';
import { useApi } from './use-api.ts';
import { TableScroll } from '#components/ui/table-scroll.tsx';

const deals = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      name: z.string().nullable(),
      externalId: z.string().nullable(),
      stage: z.string(),
      outcome: z.enum(['open', 'won', 'lost']),
      amount: z.number().nullable(),
      ownerName: z.string().nullable(),
      product: z.string().nullable(),
      createdOn: z.string().nullable(),
      closedOn: z.string().nullable(),
      expectedCloseOn: z.string().nullable(),
    }),
  ),
  count: z.number(),
});

const tones = { won: 'good', lost: 'bad' } as const;
const cell = 'px-2 py-1.5 first:pl-4 last:pr-4';

/** The deals of an account, latest first. */
export function DealsPane({ accountId, facts }: { accountId: string; facts: AccountFacts }) {
  const found = useApi(`/opportunities?account=${accountId}&limit=200`, deals);
  if (found.problem) return <ErrorState title={found.problem} className="m-4" />;
  if (!found.value) return <SkeletonRows rows={4} label="Loading the deals" />;
  if (found.value.items.length === 0) return <p className="px-4 py-3 text-ink-3">No deal is known here.</p>;
  const day = (iso: string | null) => {
    const on = iso === null ? null : parseIsoDay(iso);
    return on === null ? '–' : dayWords(on, facts.todayOn);
  };
  return (
    <TableScroll label="Deals">
      <table className="w-full text-left">
        <thead className="text-12 text-ink-3">
          <tr className="border-b border-line">
            {['Deal', 'Stage', 'Amount', 'Owner', 'Opened', 'Closes'].map((head) => (
              <th key={head} className={`${cell} font-normal ${head === 'Amount' ? 'text-right' : ''}`}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {found.value.items.map((deal) => (
            <tr key={deal.id} className="border-b border-line">
              <td className={cell}>
                <span className="font-medium">{deal.name ?? deal.externalId ?? '(no name)'}</span>
                {deal.product && <span className="ml-2 text-12 text-ink-3">{deal.product}</span>}
              </td>
              <td className={cell}>
                {deal.outcome === 'open' ? (
                  <Chip>{deal.stage}</Chip>
                ) : (
                  <Chip tone={tones[deal.outcome]}>{deal.stage}</Chip>
                )}
              </td>
              <td className={`${cell} text-right`}>
                {deal.amount === null ? (
                  <span className="text-ink-3">unknown</span>
                ) : (
                  formatMoney(deal.amount, facts.currency)
                )}
              </td>
              <td className={cell}>{deal.ownerName ?? <span className="text-ink-3">nobody</span>}</td>
              <td className={`${cell} whitespace-nowrap text-12 text-ink-2`}>{day(deal.createdOn)}</td>
              <td className={`${cell} whitespace-nowrap text-12 text-ink-2`}>
                {deal.outcome === 'open' ? day(deal.expectedCloseOn) : day(deal.closedOn)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
