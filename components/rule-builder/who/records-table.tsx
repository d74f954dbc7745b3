'use client';
import type { Route } from 'next';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { type ReactNode, useMemo } from 'react';
import { accountTotalKinds } from '#components/accounts/list-columns.tsx';
import { useTotals } from '#components/accounts/use-totals.ts';
import type { SortState, TableLayout } from '#components/table/columns.ts';
import { DataTable } from '#components/table/data-table.tsx';
import { totalCells } from '#components/table/total-cells.ts';
import { useChosen } from '#components/table/use-chosen.ts';
import { ErrorState } from '#components/ui/error-state.tsx';
import { formatNumber } from '#lib/shared/format.ts';
import { stateShortLabel } from '#lib/shared/states.ts';
import type { AccountRow, ContactRow } from '#lib/shared/segment-shapes.ts';
import type { BoardFacts } from './board.ts';
import { useRuleEditing } from '../rule-editing.ts';
import { boardColumns } from './board-columns.ts';
import { allRows, type RowsPage, type RowsQuestion, useRows } from './use-rows.ts';

const RecordBulk = dynamic(() => import('./record-bulk.tsx').then((module) => module.RecordBulk), {
  ssr: false,
});

function AccountPhoneRow({ row }: { row: AccountRow }) {
  return (
    <div className="flex h-full flex-col justify-center px-4">
      <span className="flex justify-between gap-2">
        <span className="truncate font-medium">{row.name}</span>
        <span>{row.score === null ? '–' : formatNumber(row.score)}</span>
      </span>
      <span className="truncate text-12 text-ink-3">
        {[
          row.industry,
          row.state === null ? null : stateShortLabel(row.state),
          row.employees && `${formatNumber(row.employees)} employees`,
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </div>
  );
}

/** The rows of one definition: sorted and paged by the server, W and Space say why. */
export function RecordsTable({
  label,
  question,
  first = null,
  stale = false,
  onSort,
  facts,
  onChanged,
  layout,
  onLayout,
  onPeek,
  onActive,
  onWhy,
  isMain = false,
  toolbar,
  empty,
}: {
  label: string;
  question: RowsQuestion;
  first?: RowsPage | null;
  stale?: boolean;
  /** Absent where the order is fixed. */
  onSort?: ((sort: string | null) => void) | undefined;
  facts: BoardFacts;
  /** Pins, tiers or holders of its rows were changed. */
  onChanged: () => void;
  layout?: TableLayout;
  onLayout?: (layout: TableLayout) => void;
  onPeek: (row: AccountRow | ContactRow) => void;
  /** The cursor moved to a row. */
  onActive: (row: AccountRow | ContactRow) => void;
  onWhy: (row: AccountRow | ContactRow) => void;
  isMain?: boolean;
  toolbar?: ReactNode;
  empty?: ReactNode;
}) {
  const router = useRouter();
  const { currency, timeZone } = facts;
  const { page, isStale, loading, loadMore, problem } = useRows(question, first);
  const { definition } = question;
  const isAccounts = definition.entity === 'account';
  const totals = useTotals(
    stale || isStale || !page?.count
      ? null
      : {
          path: isAccounts ? '/accounts/query' : '/contacts/query',
          body: { rule: definition, limit: 0, totals: true },
        },
  );
  const { catalog } = useRuleEditing();
  const { accounts, contacts } = useMemo(
    () => boardColumns(catalog, { currency, timeZone }),
    [catalog, currency, timeZone],
  );
  const people = useMemo(
    () => (onSort ? contacts : contacts.map((column) => ({ ...column, sortable: false }))),
    [contacts, onSort],
  );
  const of = JSON.stringify([definition, question.segmentId]);
  const { selection, setSelection, chosen } = useChosen(of, page?.count ?? 0, async () =>
    (await allRows(question, () => {})).map(({ id }) => id),
  );
  if (problem && !page) return <ErrorState title={problem} />;
  const { sort } = question;
  const shared = {
    label,
    rowId: (row: { id: string }) => row.id,
    matching: page?.count ?? 0,
    serverSorts: true,
    sort: { id: sort.replace(/^-/, ''), desc: sort.startsWith('-') },
    onSortChange: (next: SortState) => onSort?.(next ? `${next.desc ? '-' : ''}${next.id}` : null),
    state: !page ? ('loading' as const) : isStale || stale ? ('stale' as const) : ('ready' as const),
    totals: totalCells({
      count: page?.count ?? 0,
      totals,
      kinds: isAccounts ? accountTotalKinds(currency) : { reachable: 'sum' },
    }),
    hasMore: Boolean(page?.nextCursor) && !isStale,
    loadingMore: loading,
    onLoadMore: () => void loadMore(),
    selection,
    onSelectionChange: setSelection,
    bulkActions: (
      <RecordBulk
        entity={definition.entity}
        rows={page?.items ?? []}
        chosen={chosen}
        facts={facts}
        onChanged={onChanged}
      />
    ),
    pageKeys: isMain,
    onPeek,
    onActiveChange: (id: string) => {
      const row = page?.items.find((one) => one.id === id);
      if (row) onActive(row);
    },
    onRowKey: (key: string, row: AccountRow | ContactRow) => {
      if (key !== 'w') return false;
      onWhy(row);
      return true;
    },
    toolbar,
    empty,
  };
  if (!isAccounts) {
    return <DataTable {...shared} columns={people} rows={(page?.items ?? []) as ContactRow[]} />;
  }
  return (
    <DataTable
      {...shared}
      columns={accounts}
      columnsMenu={false}
      {...(layout ? { layout } : {})}
      {...(onLayout ? { onLayoutChange: onLayout } : {})}
      rows={(page?.items ?? []) as AccountRow[]}
      onOpen={(row) => router.push(`/accounts/${row.id}` as Route)}
      phoneRow={(row) => <AccountPhoneRow row={row} />}
    />
  );
}
