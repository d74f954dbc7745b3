'use client';
import type { Route } from 'next';
import { usePathname, useRouter } from 'next/navigation';
import { useMemo, useState, useTransition } from 'react';
import { api, problemText } from '#components/api-client.ts';
import { KeepDialog } from '#components/publishing/keep-dialog.tsx';
import { DataTable } from '#components/table/data-table.tsx';
import { FileMenu } from '#components/table/file-menu.tsx';
import { totalCells } from '#components/table/total-cells.ts';
import { Combobox } from '#components/ui/combobox.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { Segmented } from '#components/ui/segmented.tsx';
import { Select } from '#components/ui/select.tsx';
import { toastError, toastUndo } from '#components/ui/toast.ts';
import { formatIsoDay } from '#lib/shared/days.ts';
import { formatCount, formatMoney } from '#lib/shared/format.ts';
import { type Holdover, type HoldoverList, holdoverShape } from '#lib/shared/holdover-shapes.ts';
import { totalOf } from '#lib/shared/total-shapes.ts';
import { holdoverColumns } from './holdover-columns.tsx';
import { untilWords } from './holdover-words.ts';
import { useAllHoldovers } from './use-all-holdovers.ts';

const ANY = 'any';
type Filter = { state: 'active' | 'ended' | 'all'; rep: string | null; until: 'date' | 'outcome' | null };

/** Open deals that stay with their former owner: who, until when, why; each can be ended or given another day. */
export function HoldoversPage({
  list,
  filter,
  reps,
  currency,
  todayOn,
  mayChange,
}: {
  list: HoldoverList;
  filter: Filter;
  reps: { id: string; name: string }[];
  currency: string;
  todayOn: number;
  mayChange: boolean;
}) {
  const router = useRouter();
  const pathname = usePathname();
  const [isPending, startTransition] = useTransition();
  const [changing, setChanging] = useState<Holdover | null>(null);
  const search = searchOf(filter);
  const all = useAllHoldovers(list, search);

  function set(change: Partial<Filter>): void {
    const query = searchOf({ ...filter, ...change });
    startTransition(() => router.replace(`${pathname}${query === '' ? '' : `?${query}`}` as Route));
  }

  const columns = useMemo(() => {
    const refresh = () => startTransition(() => router.refresh());
    async function setEnded(row: Holdover, isEnded: boolean): Promise<void> {
      try {
        await api(`/holdovers/${row.id}`, { method: 'PATCH', body: { isEnded }, schema: holdoverShape });
        refresh();
        if (isEnded) {
          const to = row.holder?.name ?? 'nobody';
          toastUndo(`${row.deal ?? 'The deal'} goes to ${to}`, () => void setEnded(row, false));
        }
      } catch (error) {
        toastError(problemText(error));
      }
    }
    const actions = { onChange: setChanging, onEnd: (row: Holdover) => void setEnded(row, true) };
    return holdoverColumns(currency, mayChange ? actions : null);
  }, [currency, mayChange, router]);

  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <PageHeader
        crumbs={[{ label: 'Territories', href: '/territories' }]}
        title="Held-over deals"
        facts={`${formatCount(list.count, 'deal')} · ${formatMoney(list.amount, currency, { compact: true })}`}
      />
      <DataTable
        label="Held-over deals"
        columns={columns}
        rows={all.rows}
        rowId={(row) => row.id}
        matching={list.count}
        pageKeys
        hasMore={all.hasMore}
        loadingMore={all.isLoadingMore}
        onLoadMore={() => void all.loadMore()}
        state={isPending ? 'stale' : 'ready'}
        onOpen={(row) => router.push(`/accounts/${row.accountId}` as Route)}
        rowTone={(row) => (row.endedAt === null ? undefined : 'pale')}
        totals={totalCells({
          count: list.count,
          totals: { amount: totalOf(list.amount, list.amountsKnown) },
          kinds: { amount: { currency } },
        })}
        toolbar={
          <>
            <Segmented
              label="State"
              className="h-6"
              value={filter.state}
              onValueChange={(state) => set({ state })}
              options={[
                { value: 'active', label: 'Held over' },
                { value: 'ended', label: 'Over' },
                { value: 'all', label: 'All' },
              ]}
            />
            <Select
              label="Until"
              size="sm"
              value={filter.until ?? ANY}
              onValueChange={(until) => set({ until: until === ANY ? null : until })}
              options={[
                { value: ANY, label: 'Until anything' },
                { value: 'date', label: 'Until a day' },
                { value: 'outcome', label: 'Until won or lost' },
              ]}
            />
            <Combobox
              label="Stays with"
              value={filter.rep ?? ANY}
              valueLabel={reps.find(({ id }) => id === filter.rep)?.name ?? 'Stays with anybody'}
              onValueChange={(rep) => set({ rep: rep === ANY ? null : rep })}
              options={[
                { value: ANY, label: 'Stays with anybody' },
                ...reps.map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
          </>
        }
        exportSlot={
          list.count > 0 && (
            <FileMenu choices={[{ label: 'Held-over deals', address: `/api/v1/holdovers?${search}` }]} />
          )
        }
        phoneRow={(row) => (
          <div className="flex h-full flex-col justify-center px-4">
            <div className="flex items-center gap-2">
              <span className="truncate font-medium">{row.deal ?? '(no name)'}</span>
              <span className="ml-auto shrink-0 text-12 text-ink-2">{untilWords(row)}</span>
            </div>
            <div className="truncate text-12 text-ink-2">
              {row.accountName} · stays with {row.rep.name}
            </div>
          </div>
        )}
        empty={
          <EmptyState title="No deal is held over.">
            When a plan moves an account, its open deals can stay with the former owner until a day or until
            they close. They are chosen under Open deals when a plan is reviewed.
          </EmptyState>
        }
      />
      {changing && (
        <KeepDialog
          title={`How long ${changing.rep.name} keeps ${changing.deal ?? 'the deal'}`}
          action="Save"
          todayOn={todayOn}
          initial={{
            untilOn: changing.untilOn === null ? null : formatIsoDay(changing.untilOn),
            reason: changing.reason,
          }}
          onSave={async (until) => {
            await api(`/holdovers/${changing.id}`, { method: 'PATCH', body: until, schema: holdoverShape });
            startTransition(() => router.refresh());
          }}
          onClose={() => setChanging(null)}
        />
      )}
    </div>
  );
}

function searchOf({ state, rep, until }: Filter): string {
  const search = new URLSearchParams();
  if (state !== 'active') search.set('state', state);
  if (rep !== null) search.set('rep', rep);
  if (until !== null) search.set('until', until);
  return search.toString();
}
