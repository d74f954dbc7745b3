'use client';
import { useSearchParams } from 'next/navigation';
import { useMemo, useState } from 'react';
import type { RecordFigure } from '#lib/metrics/results.ts';
import { formatInstant, formatMoney } from '#lib/shared/format.ts';
import { type RecordPage, recordPageSchema } from '#lib/shared/record-rows.ts';
import { api } from '../api-client.ts';
import { DataTable } from '../table/data-table.tsx';
import { FileMenu } from '../table/file-menu.tsx';
import { totalCells } from '../table/total-cells.ts';
import { AppLink } from '../ui/app-link.tsx';
import { Button } from '../ui/button.tsx';
import { Chip } from '../ui/chip.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { toastError } from '../ui/toast.ts';
import { accountColumns, dealColumns } from './record-columns.tsx';
import { recordsFilterWords, recordsTitle } from './record-words.ts';
import { resultsHref } from './records-href.ts';

/** The records behind one figure, as many as it counted. */
export function RecordList({
  first,
  figure,
  reached,
  currency,
  timeZone,
  canExport,
}: {
  first: RecordPage;
  figure: RecordFigure;
  reached: string | null;
  currency: string;
  timeZone: string;
  canExport: boolean;
}) {
  const search = useSearchParams().toString();
  const [pages, setPages] = useState<RecordPage[]>([first]);
  const [isLoading, setIsLoading] = useState(false);
  const deals = useMemo(() => dealColumns(currency), [currency]);
  const last = pages.at(-1) ?? first;

  async function loadMore(): Promise<void> {
    if (isLoading || last.nextCursor === null) return;
    setIsLoading(true);
    try {
      const next = await api(`/results/records?${search}&limit=200&cursor=${last.nextCursor}`, {
        schema: recordPageSchema,
      });
      setPages((known) => [...known, next]);
    } catch {
      toastError('The next rows could not be loaded.', { label: 'Try again', run: () => void loadMore() });
    } finally {
      setIsLoading(false);
    }
  }

  const shared = {
    label: recordsTitle(figure, reached, first.count),
    matching: first.count,
    totals: totalCells({
      count: first.count,
      totals: first.totals,
      kinds: { amount: { currency }, acv: { currency } },
    }),
    hasMore: last.nextCursor !== null,
    loadingMore: isLoading,
    onLoadMore: () => void loadMore(),
    pageKeys: true,
    empty: <NoRecords />,
    toolbar: (
      <>
        {recordsFilterWords(figure, first.about, first).map((words) => (
          <Chip key={words} outline>
            {words}
          </Chip>
        ))}
        {first.valuesAsOfToday && (
          <span className="text-12 text-ink-3">Stage, outcome and amount are shown as they are today.</span>
        )}
      </>
    ),
  };
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <PageHeader
        crumbs={[{ label: 'Performance', href: resultsHref(search) }]}
        title={recordsTitle(figure, reached, first.count)}
        facts={`As of ${formatInstant(Date.parse(first.asOf), timeZone)}`}
        actions={
          canExport &&
          first.count > 0 && (
            <FileMenu
              variant="secondary"
              choices={[
                {
                  label: 'All rows',
                  address: `/api/v1/results/records?${search}`,
                },
              ]}
            />
          )
        }
      />
      {first.entity === 'opportunity' ? (
        <DataTable
          {...shared}
          columns={deals}
          rows={pages.flatMap((page) => (page.entity === 'opportunity' ? page.items : []))}
          rowId={(row) => row.id}
          phoneRow={(row) => (
            <span className="flex min-w-0 flex-col px-4 py-2">
              <span className="truncate font-medium">{row.name ?? row.externalId ?? row.id}</span>
              <span className="truncate text-12 text-ink-2">
                {[
                  row.accountName ?? 'no account',
                  row.stage,
                  row.amount === null ? 'amount unknown' : formatMoney(row.amount, currency),
                ].join(' · ')}
              </span>
            </span>
          )}
        />
      ) : (
        <DataTable
          {...shared}
          columns={accountColumns}
          rows={pages.flatMap((page) => (page.entity === 'account' ? page.items : []))}
          rowId={(row) => row.id}
          phoneRow={(row) => (
            <span className="flex min-w-0 flex-col px-4 py-2">
              <AppLink href={`/accounts/${row.id}`} className="truncate font-medium">
                {row.name}
              </AppLink>
              <span className="truncate text-12 text-ink-2">
                {[row.industry ?? 'industry unknown', row.ownerName ?? 'unassigned'].join(' · ')}
              </span>
            </span>
          )}
        />
      )}
    </div>
  );
}

function NoRecords() {
  return (
    <EmptyState
      title="No record was counted by this figure."
      actions={
        <Button asChild>
          <AppLink href="/performance">Back to the results</AppLink>
        </Button>
      }
    >
      The figure may have been another one when the link was made: filters and data change.
    </EmptyState>
  );
}
