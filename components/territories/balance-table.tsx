'use client';
import { useMemo } from 'react';
import type { DataColumn } from '#components/table/columns.ts';
import { DataTable } from '#components/table/data-table.tsx';
import { Avatar } from '#components/ui/avatar.tsx';
import { BalanceBar } from '#components/ui/balance-bar.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { formatCount, formatMoney, formatNumber } from '#lib/shared/format.ts';
import { type PlanBook, type PlanView, slotLabels } from '#lib/shared/plan-shapes.ts';
import { CountOfCap, ShareOfTarget, TouchesOfCapacity } from './book-cells.tsx';
import { booksOf, teamGroups, teamOf } from './book-teams.tsx';
import { draftWord } from './plan-href.ts';
import { usePlanner } from './planner-context.tsx';

/** The books of one slot, grouped by manager: balance before and after, caps and capacity. */
export function BalanceTable({
  slot,
  activeRep,
  onPick,
}: {
  slot: PlanBook['slot'];
  activeRep: string | null;
  onPick: (repId: string) => void;
}) {
  const { plan, currency, isStale } = usePlanner();
  const books = useMemo(() => booksOf(plan, slot), [plan, slot]);
  const columns = useMemo(() => columnsOf(plan, books, currency), [plan, books, currency]);
  const teams = useMemo(
    () => teamGroups(books, plan.toleranceRate, currency),
    [books, plan.toleranceRate, currency],
  );
  return (
    <DataTable
      label={`Balance of ${slotLabels[slot]} books`}
      columns={columns}
      rows={books}
      rowId={(book) => book.repId}
      rowHeight={32}
      activeId={activeRep}
      state={isStale ? 'stale' : 'ready'}
      onPeek={(book) => onPick(book.repId)}
      onOpen={(book) => onPick(book.repId)}
      groupOf={(book) => teams.get(teamOf(book)) ?? { id: teamOf(book), label: teamOf(book) }}
      phoneRow={(book) => <PhoneRow book={book} tolerance={plan.toleranceRate} currency={currency} />}
      empty={
        <EmptyState title={`Nobody holds accounts as ${slotLabels[slot]} yet.`}>
          Choose a territory and add holders to it; their books show up here.
        </EmptyState>
      }
    />
  );
}

function sum<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}

function columnsOf(plan: PlanView, books: readonly PlanBook[], currency: string): DataColumn<PlanBook>[] {
  const tolerance = plan.toleranceRate;
  const word = draftWord(plan);
  const capacity = sum(books, (book) => book.capacityTouches ?? 0);
  return [
    {
      id: 'rep',
      header: 'Holder',
      width: 140,
      grow: 1,
      hideable: false,
      sortable: true,
      value: (book) => book.name,
      cell: (book) => (
        <span className="flex min-w-0 items-center gap-2">
          <Avatar name={book.name} />
          <span className="truncate font-medium">{book.name}</span>
        </span>
      ),
      total: 'Total',
    },
    {
      id: 'balance',
      header: `Balance ±${Math.round(tolerance * 100)} %`,
      hint: `Potential against an even share of the slot, weighted by ramp. Hollow: as published. Filled: this ${word}.`,
      width: 140,
      value: (book) => book.shareAfter,
      sortable: true,
      descFirst: true,
      cell: (book) =>
        book.shareAfter === null ? (
          <span className="text-12 text-ink-3">{book.kind === 'pool' ? 'pool, no target' : 'no target'}</span>
        ) : (
          <BalanceBar
            {...(book.shareBefore === null ? {} : { before: book.shareBefore })}
            after={book.shareAfter}
            width={124}
            tolerance={tolerance}
          />
        ),
      total: (
        <span className="flex items-center gap-1.5 text-11 font-normal whitespace-nowrap text-ink-3">
          <span>○ published</span>
          <span>● {word}</span>
        </span>
      ),
    },
    {
      id: 'share',
      header: 'Of target',
      width: 72,
      align: 'right',
      value: (book) => book.shareAfter,
      sortable: true,
      descFirst: true,
      cell: (book) => <ShareOfTarget share={book.shareAfter} tolerance={tolerance} />,
    },
    {
      id: 'potential',
      header: 'Potential',
      width: 76,
      align: 'right',
      value: (book) => book.after?.potentialAmount ?? 0,
      sortable: true,
      descFirst: true,
      cell: (book) => (
        <span className="text-ink-2" title={unknownWords(book)}>
          {formatMoney(book.after?.potentialAmount ?? 0, currency, { compact: true })}
        </span>
      ),
      total: formatMoney(
        sum(books, (book) => book.after?.potentialAmount ?? 0),
        currency,
        { compact: true },
      ),
    },
    {
      id: 'accounts',
      header: 'Accounts',
      hint: 'Against the cap of accounts a holder may have.',
      width: 84,
      align: 'right',
      value: (book) => book.after?.accounts ?? 0,
      sortable: true,
      descFirst: true,
      cell: (book) => <CountOfCap count={book.after?.accounts ?? 0} cap={book.maxAccounts} />,
      total: formatNumber(sum(books, (book) => book.after?.accounts ?? 0)),
    },
    {
      id: 'touches',
      header: 'Touches a month',
      hint: 'Touches a month that the tiers of these accounts ask for, against capacity after ramp.',
      width: 142,
      align: 'right',
      value: (book) => book.after?.workloadTouches ?? 0,
      sortable: true,
      descFirst: true,
      cell: (book) => (
        <TouchesOfCapacity touches={book.after?.workloadTouches ?? 0} capacity={book.capacityTouches} />
      ),
      total: (
        <span title="Of holders whose capacity is set; pools without one are not in it">
          {formatNumber(
            sum(books, (book) => (book.capacityTouches === null ? 0 : (book.after?.workloadTouches ?? 0))),
          )}
          {' / '}
          {formatNumber(capacity)}
        </span>
      ),
    },
  ];
}

function unknownWords(book: PlanBook): string | undefined {
  const unknown = book.after?.potentialUnknown ?? 0;
  return unknown > 0
    ? `Potential of ${formatCount(unknown, 'account')} is not recorded and counts 0`
    : undefined;
}

function PhoneRow({ book, tolerance, currency }: { book: PlanBook; tolerance: number; currency: string }) {
  return (
    <div className="flex h-full flex-col justify-center px-4">
      <div className="flex items-center gap-2">
        <span className="truncate font-medium">{book.name}</span>
        <span className="ml-auto">
          <ShareOfTarget share={book.shareAfter} tolerance={tolerance} />
        </span>
      </div>
      <div className="flex items-center gap-3 text-12 text-ink-2">
        <span>
          <CountOfCap count={book.after?.accounts ?? 0} cap={book.maxAccounts} /> accounts
        </span>
        <span>{formatMoney(book.after?.potentialAmount ?? 0, currency, { compact: true })}</span>
      </div>
    </div>
  );
}
