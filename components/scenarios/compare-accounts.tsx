'use client';
import { Search } from 'lucide-react';
import { parseAsBoolean, parseAsString, useQueryStates } from 'nuqs';
import { useMemo } from 'react';
import type { DataColumn } from '#components/table/columns.ts';
import { DataTable } from '#components/table/data-table.tsx';
import { FileMenu } from '#components/table/file-menu.tsx';
import { usePages } from '#components/table/use-pages.ts';
import { AppLink } from '#components/ui/app-link.tsx';
import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { ErrorState } from '#components/ui/error-state.tsx';
import { Input } from '#components/ui/input.tsx';
import { Switch } from '#components/ui/switch.tsx';
import { formatCount, formatMoney, formatNumber } from '#lib/shared/format.ts';
import {
  type ComparedAccount,
  comparedAccountsSchema,
  type Comparison,
} from '#lib/shared/scenario-shapes.ts';

const parsers = { q: parseAsString.withDefault(''), all: parseAsBoolean.withDefault(false) };

/** Who holds each account on each side: those that differ, or all of them. */
export function CompareAccounts({ comparison, currency }: { comparison: Comparison; currency: string }) {
  const [address, setAddress] = useQueryStates(parsers, { history: 'replace' });
  const { sides, slot } = comparison;
  const search = new URLSearchParams({
    plans: sides.map((side) => side.id).join(','),
    slot,
    only: address.all ? 'all' : 'differences',
    ...(address.q ? { q: address.q } : {}),
  }).toString();
  const list = usePages(`/plans/compare/accounts?${search}`, comparedAccountsSchema, {
    isTyped: address.q !== '',
  });
  const columns = useMemo(() => columnsOf(sides, currency), [sides, currency]);
  if (list.problem) {
    return (
      <div className="flex-1 p-4">
        <ErrorState title={list.problem} actions={<Button onClick={list.retry}>Try again</Button>} />
      </div>
    );
  }
  return (
    <DataTable
      label="Accounts side by side"
      columns={columns}
      rows={list.rows}
      rowId={(row) => row.id}
      rowHeight={44}
      layoutKey="acccols"
      matching={list.total}
      pageKeys
      state={list.state}
      hasMore={list.hasMore}
      loadingMore={list.isLoadingMore}
      onLoadMore={() => void list.loadMore()}
      toolbar={
        <span className="flex flex-wrap items-center gap-3">
          <span className="relative">
            <Search className="absolute inset-y-0 left-2 my-auto size-3.5 text-ink-3" aria-hidden />
            <Input
              data-page-search
              size="md"
              className="w-44 pl-7"
              aria-label="Find accounts by name"
              placeholder="Find accounts"
              value={address.q}
              onChange={(event) => void setAddress({ q: event.target.value || null })}
            />
          </span>
          <Switch
            checked={!address.all}
            onCheckedChange={(only) => void setAddress({ all: only ? null : true })}
          >
            Only differences
          </Switch>
          <span className="text-12 text-ink-3">{formatCount(list.total, 'account')}</span>
        </span>
      }
      exportSlot={
        list.total > 0 && (
          <FileMenu
            choices={[{ label: 'The accounts', address: `/api/v1/plans/compare/accounts?${search}` }]}
          />
        )
      }
      empty={
        <EmptyState title={address.q ? 'No account of that name differs.' : 'Nothing differs.'}>
          {address.q
            ? 'Search for something else, or show all accounts.'
            : 'Every account lies in the same territory with the same holder on all sides.'}
        </EmptyState>
      }
    />
  );
}

function columnsOf(sides: Comparison['sides'], currency: string): DataColumn<ComparedAccount>[] {
  return [
    {
      id: 'name',
      header: 'Account',
      width: 180,
      grow: 2,
      hideable: false,
      interactive: true,
      value: (row) => row.name,
      cell: (row) => (
        <AppLink href={`/accounts/${row.id}`} className="truncate rounded-1 font-medium hover:underline">
          {row.name}
        </AppLink>
      ),
    },
    {
      id: 'potential',
      header: 'Potential',
      width: 84,
      align: 'right',
      kind: 'money',
      value: (row) => row.potentialAmount,
      cell: (row) =>
        row.potentialAmount === null ? (
          <span className="text-ink-3">unknown</span>
        ) : (
          formatMoney(row.potentialAmount, currency, { compact: true })
        ),
    },
    {
      id: 'touches',
      header: 'Touches',
      width: 72,
      align: 'right',
      hidden: true,
      value: (row) => row.workloadTouches,
      cell: (row) => formatNumber(row.workloadTouches),
    },
    ...sides.map(
      (side, index): DataColumn<ComparedAccount> => ({
        id: side.id,
        header: side.name,
        width: 168,
        grow: 1,
        value: (row) => row.sides[index]?.holder?.name ?? null,
        cell: (row) => <Held row={row} index={index} />,
      }),
    ),
  ];
}

function Held({ row, index }: { row: ComparedAccount; index: number }) {
  const side = row.sides[index];
  const first = row.sides[0];
  const isOther = index > 0 && side?.holder?.id !== first?.holder?.id;
  return (
    <span className="flex min-w-0 flex-col leading-tight">
      <span className={isOther ? 'truncate font-medium' : 'truncate text-ink-2'}>
        {side?.holder?.name ?? 'Nobody'}
      </span>
      <span className="truncate text-12 text-ink-3">{side?.territory?.name ?? 'Unassigned'}</span>
    </span>
  );
}
