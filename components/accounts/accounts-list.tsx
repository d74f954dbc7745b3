'use client';
import type { Route } from 'next';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useMemo, useState } from 'react';
import { api } from '#components/api-client.ts';
import { NoDataYet } from '#components/layout/no-data-yet.tsx';
import { usePageShortcuts } from '#components/layout/shortcuts.ts';
import { DataTable } from '#components/table/data-table.tsx';
import { selectedCount } from '#components/table/selection.ts';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { totalCells } from '#components/table/total-cells.ts';
import { PageHeader } from '#components/ui/page-header.tsx';
import {
  type AccountList,
  type AccountListItem,
  accountIdsShape,
  accountListShape,
} from '#lib/shared/account-shapes.ts';
import type { CustomColumn } from '#lib/shared/custom-cells.ts';
import { formatCount } from '#lib/shared/format.ts';
import type { BulkFacts } from './bulk-actions.tsx';
import { customListColumns } from './custom-columns.tsx';
import { ExportButton } from './export-button.tsx';
import { accountListColumns, accountTotalKinds } from './list-columns.tsx';
import { AccountPhoneRow } from './list-phone-row.tsx';
import { type ListFilter, ListFilters } from './list-filters.tsx';
import { NewAccount } from './new-account.tsx';
import { NothingFits } from './nothing-fits.tsx';
import { SavedViews } from './saved-views.tsx';
import { selectionBody, useListPage } from './use-list-page.ts';
import { useTotals } from './use-totals.ts';

const AccountPeek = dynamic(() => import('./account-peek.tsx').then((module) => module.AccountPeek), {
  ssr: false,
});
const AccountBulk = dynamic(() => import('./bulk-actions.tsx').then((module) => module.AccountBulk), {
  ssr: false,
});
const ExplainPanel = dynamic(
  () => import('#components/segments/explain-panel.tsx').then((module) => module.ExplainPanel),
  { ssr: false },
);

type Named = { id: string; name: string };

export type AccountsFacts = {
  currency: string;
  timeZone: string;
  todayOn: number;
  segments: Named[];
  territories: Named[];
  customFields: CustomColumn[];
  isScoped: boolean;
  may: BulkFacts['may'] & { import: boolean; export: boolean; create: boolean; shareViews: boolean };
} & Omit<BulkFacts, 'may'>;

const shortcuts = {
  title: 'Accounts',
  shortcuts: [
    { keys: ['Space'], label: 'Peek' },
    { keys: ['↵'], label: 'Open the account' },
    { keys: ['W'], label: 'Why is it in the segment?' },
  ],
};

const filters: ListFilter[] = [
  { key: 'industry', label: 'Industry', entity: 'account', missing: 'not known' },
  { key: 'country', label: 'Country', entity: 'account', missing: 'not known' },
  { key: 'tier', label: 'Tier', entity: 'account', missing: 'no tier' },
  { key: 'owner', label: 'Owner', entity: 'account', missing: 'nobody' },
];
const more: ListFilter[] = [
  { key: 'state', label: 'State', entity: 'account', missing: 'not known' },
  { key: 'region', label: 'Region', entity: 'account', missing: 'not known' },
  { key: 'sdr', label: 'SDR', entity: 'account', missing: 'nobody' },
  { key: 'territory', label: 'Territory', entity: 'account', missing: 'none' },
  { key: 'class', label: 'Class', entity: 'account', missing: 'none' },
  { key: 'type', label: 'Type', entity: 'account', missing: 'not known' },
  { key: 'journeyStage', label: 'Journey', entity: 'account', missing: 'not known' },
];

const filterNames = new Map([...filters, ...more].map(({ key, label }) => [key, label]));

/** Every account within one's reach: filters, order, columns and views in the address; peek, bulk work, files. */
export function AccountsList({ first, facts }: { first: AccountList; facts: AccountsFacts }) {
  const router = useRouter();
  const [peeked, setPeeked] = useState<string | null>(null);
  const [why, setWhy] = useState<string | null>(null);
  usePageShortcuts(shortcuts);
  const { currency, timeZone, todayOn, may, customFields } = facts;
  const columns = useMemo(
    () => [
      ...accountListColumns(currency, { todayOn, timeZone }),
      ...customListColumns<AccountListItem>(customFields, currency, timeZone),
    ],
    [currency, todayOn, timeZone, customFields],
  );
  const list = useListPage(first, columns, (query, cursor) =>
    api('/accounts/query', {
      method: 'POST',
      body: { ...query, cursor, limit: 200 },
      schema: accountListShape,
    }),
  );
  const { sort: _sort, ...matching } = list.query;
  const totals = useTotals({
    path: '/accounts/query',
    body: { ...matching, limit: 0, totals: true },
  });
  async function chosenIds(): Promise<string[]> {
    if (list.selection.mode === 'some') return list.selection.ids;
    const body = selectionBody(list.selection, list.query);
    return (await api('/accounts/ids', { method: 'POST', body, schema: accountIdsShape })).ids;
  }
  const labels = useMemo(
    () => new Map([...facts.tiers, ...facts.reps, ...facts.territories].map(({ id, name }) => [id, name])),
    [facts],
  );
  const segmentId = list.params.get('segment');
  const peekedRow = list.rows.find((row) => row.id === peeked);

  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <PageHeader
        title="Accounts"
        facts={formatCount(list.count, 'account')}
        actions={
          <>
            <SavedViews
              page="accounts"
              viewId={list.params.get('view')}
              state={list.viewState}
              onApply={list.applyView}
              mayShare={may.shareViews}
            />
            {may.create && <NewAccount />}
          </>
        }
      />
      <div className="flex min-h-0 flex-1">
        <DataTable
          label="Accounts"
          columns={columns}
          rows={list.rows}
          rowId={(row) => row.id}
          matching={list.count}
          pageKeys
          serverSorts
          sort={list.sort}
          onSortChange={list.setSort}
          selection={list.selection}
          onSelectionChange={list.setSelection}
          activeId={peeked ?? undefined}
          onActiveChange={(id) => {
            if (peeked !== null) setPeeked(id);
          }}
          onPeek={(row) => {
            setWhy(null);
            setPeeked(row.id);
          }}
          onOpen={(row) => router.push(`/accounts/${row.id}` as Route)}
          onRowKey={(key, row) => {
            if (key !== 'w' || !segmentId) return false;
            setPeeked(null);
            setWhy(row.id);
            return true;
          }}
          state={list.isPending ? 'stale' : 'ready'}
          totals={totalCells({ count: list.count, totals, kinds: accountTotalKinds(currency) })}
          hasMore={list.hasMore}
          loadingMore={list.isLoadingMore}
          onLoadMore={() => void list.loadMore()}
          phoneRow={(row) => <AccountPhoneRow row={row} currency={currency} />}
          toolbar={
            <ListFilters
              placeholder="Name or domain"
              filters={filters}
              more={more}
              segments={facts.segments}
              labels={labels}
              params={list.params}
              onChange={list.change}
            />
          }
          exportSlot={
            <ExportButton
              path="/accounts/export"
              fileName="accounts"
              may={may.export}
              selection={list.selection}
              query={list.query}
              count={list.count}
              columns={list.shownIds}
            />
          }
          bulkActions={
            <AccountBulk
              chosen={{ count: selectedCount(list.selection, list.count), ids: chosenIds }}
              facts={facts}
              onDone={list.refresh}
            />
          }
          empty={
            !list.isFiltered ? (
              <NoAccountsYet isScoped={facts.isScoped} mayImport={may.import} />
            ) : (
              <NothingFits
                what="account"
                emptiedBy={first.emptiedBy}
                labels={filterNames}
                onRemove={(filter) => list.change({ [filter]: null })}
                onClear={() => router.push('/accounts' as Route)}
              />
            )
          }
        />
        {peekedRow && (
          <AccountPeek
            key={peekedRow.id}
            row={peekedRow}
            facts={facts}
            onClose={() => setPeeked(null)}
            onWhy={
              segmentId
                ? () => {
                    setPeeked(null);
                    setWhy(peekedRow.id);
                  }
                : undefined
            }
          />
        )}
        {why && segmentId && (
          <ExplainPanel
            recordId={why}
            segmentId={segmentId}
            timeZone={timeZone}
            onClose={() => setWhy(null)}
          />
        )}
      </div>
    </div>
  );
}

function NoAccountsYet({ isScoped, mayImport }: { isScoped: boolean; mayImport: boolean }) {
  if (isScoped) {
    return (
      <EmptyState title="You hold no accounts yet.">
        They arrive here when a territory plan is published that gives you some.
      </EmptyState>
    );
  }
  return (
    <NoDataYet title="There are no accounts yet." label="Import accounts" mayImport={mayImport}>
      {mayImport && 'Import them from a file of your CRM, or add one by hand with “New account”.'}
    </NoDataYet>
  );
}
