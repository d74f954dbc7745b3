'use client';
import { useMemo } from 'react';
import type { DataColumn } from '#components/table/columns.ts';
import { DataTable } from '#components/table/data-table.tsx';
import { CountOfCap, ShareOfTarget, TouchesOfCapacity } from '#components/territories/book-cells.tsx';
import { draftWord } from '#components/territories/plan-href.ts';
import { usePlanner } from '#components/territories/planner-context.tsx';
import { Avatar } from '#components/ui/avatar.tsx';
import { BalanceBar } from '#components/ui/balance-bar.tsx';
import { formatNumber } from '#lib/shared/format.ts';
import type { PlanBook, PlanView } from '#lib/shared/plan-shapes.ts';
import type { Proposal } from '#lib/shared/proposal-shapes.ts';
import { moneyText } from './goal-words.ts';

type Book = Proposal['books'][number];

const shareOf = (book: Book, side: 'before' | 'after') =>
  book.target.potentialAmount > 0 ? book[side].potentialAmount / book.target.potentialAmount : null;

/** Every book before and after, against its target, cap and capacity. */
export function ProposalBooks({ proposal }: { proposal: Proposal }) {
  const { plan } = usePlanner();
  const { books, currency, input } = proposal;
  const tolerance = input.rates.bandRate ?? plan.toleranceRate;
  const columns = useMemo(() => {
    const known = new Map(
      plan.books.filter((book) => book.slot === input.slot).map((book) => [book.repId, book]),
    );
    return columnsOf(plan, { currency, tolerance, known });
  }, [plan, currency, tolerance, input.slot]);
  return (
    <DataTable
      label="Books of the proposal"
      columns={columns}
      rows={books}
      rowId={(book) => book.rep.id}
      rowHeight={32}
      phoneRow={(book) => (
        <div className="flex h-full flex-col justify-center px-4">
          <div className="flex items-center gap-2">
            <span className="truncate font-medium">{book.rep.name}</span>
            <span className="ml-auto">
              <ShareOfTarget share={shareOf(book, 'after')} tolerance={tolerance} />
            </span>
          </div>
          <div className="text-12 text-ink-2">
            {formatNumber(book.before.accounts)} → {formatNumber(book.after.accounts)} accounts
          </div>
        </div>
      )}
    />
  );
}

function columnsOf(
  plan: PlanView,
  {
    currency,
    tolerance,
    known,
  }: { currency: string; tolerance: number; known: ReadonlyMap<string, PlanBook> },
): DataColumn<Book>[] {
  return [
    {
      id: 'rep',
      header: 'Rep',
      width: 140,
      grow: 1,
      hideable: false,
      sortable: true,
      value: (book) => book.rep.name,
      cell: (book) => (
        <span className="flex min-w-0 items-center gap-2">
          <Avatar name={book.rep.name} />
          <span className="truncate font-medium">{book.rep.name}</span>
        </span>
      ),
    },
    {
      id: 'balance',
      header: `Balance ±${Math.round(tolerance * 100)} %`,
      hint: `Potential against the target, an even share by ramp. Hollow: the ${draftWord(plan)}. Filled: the proposal.`,
      width: 140,
      sortable: true,
      descFirst: true,
      value: (book) => shareOf(book, 'after'),
      cell: (book) => {
        const [before, after] = [shareOf(book, 'before'), shareOf(book, 'after')];
        return before === null || after === null ? (
          <span className="text-12 text-ink-3">no target</span>
        ) : (
          <BalanceBar before={before} after={after} width={124} tolerance={tolerance} />
        );
      },
    },
    {
      id: 'share',
      header: 'Of target',
      width: 96,
      align: 'right',
      sortable: true,
      descFirst: true,
      value: (book) => shareOf(book, 'after'),
      cell: (book) => (
        <span>
          <span className="text-ink-3">{Math.round((shareOf(book, 'before') ?? 0) * 100)} → </span>
          <ShareOfTarget share={shareOf(book, 'after')} tolerance={tolerance} />
        </span>
      ),
    },
    {
      id: 'potential',
      header: 'Potential',
      width: 84,
      align: 'right',
      sortable: true,
      descFirst: true,
      value: (book) => book.after.potentialAmount,
      cell: (book) => moneyText(book.after.potentialAmount, currency),
    },
    {
      id: 'accounts',
      header: 'Accounts',
      width: 120,
      align: 'right',
      sortable: true,
      descFirst: true,
      value: (book) => book.after.accounts,
      cell: (book) => (
        <span>
          <span className="text-ink-3">{formatNumber(book.before.accounts)} → </span>
          <CountOfCap count={book.after.accounts} cap={known.get(book.rep.id)?.maxAccounts ?? null} />
        </span>
      ),
    },
    {
      id: 'touches',
      header: 'Touches a month',
      width: 168,
      align: 'right',
      sortable: true,
      descFirst: true,
      value: (book) => book.after.workloadTouches,
      cell: (book) => (
        <TouchesOfCapacity
          touches={book.after.workloadTouches}
          capacity={known.get(book.rep.id)?.capacityTouches ?? null}
        />
      ),
    },
  ];
}
