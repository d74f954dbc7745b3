'use client';
import { useMemo, useState } from 'react';
import type { DataColumn } from '#components/table/columns.ts';
import { DataTable } from '#components/table/data-table.tsx';
import { CountOfCap, ShareOfTarget, TouchesOfCapacity } from '#components/territories/book-cells.tsx';
import { Avatar } from '#components/ui/avatar.tsx';
import { BalanceBar } from '#components/ui/balance-bar.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Segmented } from '#components/ui/segmented.tsx';
import { formatMoney } from '#lib/shared/format.ts';
import { slotLabels } from '#lib/shared/plan-shapes.ts';
import type { ComparedRep, Comparison } from '#lib/shared/scenario-shapes.ts';

type Measure = 'share' | 'potential' | 'accounts' | 'touches';

/** Every book of the slot, one column per side. */
export function CompareReps({ comparison, currency }: { comparison: Comparison; currency: string }) {
  const [measure, setMeasure] = useState<Measure>('share');
  const columns = useMemo(() => columnsOf(comparison, measure, currency), [comparison, measure, currency]);
  return (
    <DataTable
      label={`${slotLabels[comparison.slot]} books side by side`}
      columns={columns}
      rows={comparison.reps}
      rowId={(rep) => rep.id}
      layoutKey="repcols"
      pageKeys
      toolbar={
        <Segmented
          label="Measure"
          className="h-6"
          value={measure}
          onValueChange={setMeasure}
          options={[
            { value: 'share', label: 'Of target' },
            { value: 'potential', label: 'Potential' },
            { value: 'accounts', label: 'Accounts' },
            { value: 'touches', label: 'Touches' },
          ]}
        />
      }
      empty={
        <EmptyState title={`Nobody holds accounts as ${slotLabels[comparison.slot]} on any side.`}>
          Choose another slot at the top right.
        </EmptyState>
      }
    />
  );
}

function columnsOf(
  { sides, toleranceRate }: Comparison,
  measure: Measure,
  currency: string,
): DataColumn<ComparedRep>[] {
  return [
    {
      id: 'rep',
      header: 'Holder',
      width: 180,
      grow: 1,
      hideable: false,
      sortable: true,
      value: (rep) => rep.name,
      cell: (rep) => (
        <span className="flex min-w-0 items-center gap-2">
          <Avatar name={rep.name} />
          <span className="truncate font-medium">{rep.name}</span>
          {rep.managerName && <span className="truncate text-12 text-ink-3">{rep.managerName}</span>}
        </span>
      ),
    },
    {
      id: 'quota',
      header: 'Quota',
      hint: 'Of the plan’s period.',
      width: 88,
      align: 'right',
      kind: 'money',
      sortable: true,
      descFirst: true,
      value: (rep) => rep.quotaAmount,
      cell: (rep) =>
        rep.quotaAmount === null ? (
          <span className="text-ink-3">–</span>
        ) : (
          formatMoney(rep.quotaAmount, currency, { compact: true })
        ),
    },
    ...sides.map(
      (side, index): DataColumn<ComparedRep> => ({
        id: side.id,
        header: side.name,
        width: measure === 'share' ? 190 : 150,
        align: 'right',
        sortable: true,
        descFirst: true,
        value: (rep) => valueOf(rep, index, measure),
        cell: (rep) => (
          <Cell rep={rep} index={index} measure={measure} tolerance={toleranceRate} currency={currency} />
        ),
      }),
    ),
  ];
}

function valueOf(rep: ComparedRep, index: number, measure: Measure): number | null {
  const book = rep.books[index];
  if (!book) return null;
  if (measure === 'share') return book.share;
  if (measure === 'potential') return book.potentialAmount;
  return measure === 'accounts' ? book.accounts : book.workloadTouches;
}

function Cell({
  rep,
  index,
  measure,
  tolerance,
  currency,
}: {
  rep: ComparedRep;
  index: number;
  measure: Measure;
  tolerance: number;
  currency: string;
}) {
  const book = rep.books[index];
  if (!book) return <span className="text-ink-3">no book</span>;
  switch (measure) {
    case 'share':
      return book.share === null ? (
        <span className="text-12 text-ink-3">{rep.kind === 'pool' ? 'pool, no target' : 'no target'}</span>
      ) : (
        <span className="flex items-center justify-end gap-2">
          <BalanceBar after={book.share} width={100} tolerance={tolerance} />
          <span className="w-12">
            <ShareOfTarget share={book.share} tolerance={tolerance} />
          </span>
        </span>
      );
    case 'potential':
      return <>{formatMoney(book.potentialAmount, currency, { compact: true })}</>;
    case 'accounts':
      return <CountOfCap count={book.accounts} cap={rep.maxAccounts} />;
    case 'touches':
      return (
        <TouchesOfCapacity touches={book.workloadTouches} capacity={rep.capacityTouches} hasBar={false} />
      );
  }
}
