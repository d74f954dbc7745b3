'use client';
import type { Route } from 'next';
import dynamic from 'next/dynamic';
import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { useCallback, useEffect, useMemo, useState, useTransition } from 'react';
import { AccountBulk } from '#components/accounts/bulk-actions.tsx';
import { customListColumns } from '#components/accounts/custom-columns.tsx';
import { accountTotalKinds } from '#components/accounts/list-columns.tsx';
import { useTotals } from '#components/accounts/use-totals.ts';
import { api } from '#components/api-client.ts';
import { usePageShortcuts } from '#components/layout/shortcuts.ts';
import type { SortState } from '#components/table/columns.ts';
import { DataTable } from '#components/table/data-table.tsx';
import { totalCells } from '#components/table/total-cells.ts';
import { useChosen } from '#components/table/use-chosen.ts';
import { useMoreRows } from '#components/table/use-more-rows.ts';
import { Button } from '#components/ui/button.tsx';
import { Callout } from '#components/ui/callout.tsx';
import { DateInput } from '#components/ui/date-input.tsx';
import { formatCount, formatInstant } from '#lib/shared/format.ts';
import { membersShape } from '#lib/shared/segment-activity-shapes.ts';
import type { AccountRow, ContactRow } from '#lib/shared/segment-shapes.ts';
import { accountColumns } from './account-columns.tsx';
import { CheckAccount } from './check-account.tsx';
import { contactColumns } from './contact-columns.tsx';
import { everyMember } from './every-member.ts';
import { memberMenu } from './member-menu.tsx';
import { ExportMenu, type MembersFacts, NoMembers } from './members-parts.tsx';
import { AccountPhoneRow, ContactPhoneRow } from './phone-rows.tsx';
import { type PinSide, takePinsAway, toastPinned } from './pin-actions.ts';
import { PinBulk } from './pin-bulk.tsx';

type Page = {
  entity: 'account' | 'contact';
  count: number;
  items: (AccountRow | ContactRow)[];
  nextCursor: string | null;
  asOf: number;
  isFromRule: boolean;
};

const ExplainPanel = dynamic(() => import('./explain-panel.tsx').then((module) => module.ExplainPanel), {
  ssr: false,
});
const PinDialog = dynamic(() => import('./pin-dialog.tsx').then((module) => module.PinDialog), {
  ssr: false,
});

const sortable = ['name', 'employees', 'revenue', 'score'];
const shortcuts = {
  title: 'Members',
  shortcuts: [
    { keys: ['J', 'K'], label: 'Move' },
    { keys: ['X'], label: 'Choose for a bulk action' },
    { keys: ['W'], label: 'Why is it in?' },
    { keys: ['↵'], label: 'Open the account' },
  ],
};

/** Who is in a segment at a moment; date and order live in the address. */
export function MembersView({ page, sort, facts }: { page: Page; sort: string; facts: MembersFacts }) {
  const router = useRouter();
  const pathname = usePathname();
  const params = useSearchParams();
  const [isPending, startTransition] = useTransition();
  const [whyOf, setWhyOf] = useState<string | null>(null);
  usePageShortcuts(shortcuts);
  const [pinning, setPinning] = useState<{ id: string; name: string | null; side: PinSide } | null>(null);
  const { segment, noPin } = facts;
  const isPast = facts.asOfDay !== '';
  const refresh = useCallback(() => startTransition(() => router.refresh()), [router]);
  useUntilWritten(page, refresh);
  const asOfIso = new Date(page.asOf).toISOString();
  const { selection, setSelection, drop, chosen } = useChosen(facts.asOfDay, page.count, () =>
    everyMember(segment.id, asOfIso),
  );
  const menu = useMemo(
    () => ({
      isList: segment.kind === 'list',
      noPin: isPast ? 'A pin holds from now on; look at the members of now.' : noPin,
      why: ({ id }: { id: string }) => setWhyOf(id),
      pin: (row: { id: string; name: string | null }, side: PinSide) => setPinning({ ...row, side }),
      takeOff: ({ id }: { id: string }) =>
        void takePinsAway(segment, [id], refresh).then((isOff) => {
          if (isOff) drop(id);
        }),
    }),
    [segment, noPin, isPast, refresh, drop],
  );
  const columns = useMemo(
    () => [
      ...accountColumns(facts.currency, sortable),
      ...customListColumns<AccountRow>(facts.customFields, facts.currency, facts.timeZone),
      memberMenu<AccountRow>(menu),
    ],
    [facts.customFields, facts.currency, facts.timeZone, menu],
  );
  const people = useMemo(
    () => [
      ...contactColumns,
      ...customListColumns<ContactRow>(facts.customFields, facts.currency, facts.timeZone),
      memberMenu<ContactRow>(menu),
    ],
    [facts.customFields, facts.currency, facts.timeZone, menu],
  );

  const { rows, ...more } = useMoreRows<Page['items'][number]>(page, (cursor) => {
    const query = new URLSearchParams({ asOf: asOfIso, sort, limit: '200', cursor });
    return api(`/segments/${segment.id}/members?${query}`, { schema: membersShape });
  });
  const state: SortState = { id: sort.replace(/^-/, ''), desc: sort.startsWith('-') };

  const totals = useTotals({
    path: `/segments/${facts.segment.id}/members?${new URLSearchParams({ asOf: asOfIso, limit: '1', totals: 'true' })}`,
  });

  const change = useCallback(
    (key: string, value: string | null) => {
      const next = new URLSearchParams(params);
      if (value) next.set(key, value);
      else next.delete(key);
      startTransition(() => router.replace(`${pathname}?${next}` as Route, { scroll: false }));
    },
    [params, pathname, router],
  );

  const shared = {
    pageKeys: true,
    selection,
    onSelectionChange: setSelection,
    bulkActions: (
      <>
        <PinBulk segment={segment} chosen={chosen} noPin={menu.noPin} onDone={refresh} />
        {page.entity === 'account' && <AccountBulk chosen={chosen} facts={facts.bulk} onDone={refresh} />}
      </>
    ),
    matching: page.count,
    serverSorts: true,
    sort: state,
    onSortChange: (next: SortState) => change('sort', next ? `${next.desc ? '-' : ''}${next.id}` : null),
    state: isPending ? ('stale' as const) : ('ready' as const),
    totals: totalCells({
      count: page.count,
      totals,
      kinds: page.entity === 'account' ? accountTotalKinds(facts.currency) : { reachable: 'sum' },
    }),
    hasMore: more.hasMore,
    loadingMore: more.isLoadingMore,
    onLoadMore: () => void more.loadMore(),
    onRowKey: (key: string, row: { id: string }) => {
      if (key !== 'w') return false;
      setWhyOf(row.id);
      return true;
    },
    onPeek: (row: { id: string }) => setWhyOf(row.id),
    toolbar: (
      <>
        <label className="flex items-center gap-2 text-12 whitespace-nowrap text-ink-2">
          As of
          <DateInput
            size="md"
            aria-label="Members as of"
            value={facts.asOfDay}
            max={facts.latestDay}
            onValueChange={(day) => change('asOf', day)}
          />
        </label>
        {facts.asOfDay !== '' && (
          <Button variant="ghost" size="sm" onClick={() => change('asOf', null)}>
            Now
          </Button>
        )}
        <span className="text-12 text-ink-3">
          {formatCount(page.count, page.entity)} · {formatInstant(page.asOf, facts.timeZone)}
        </span>
        {page.entity === 'account' && facts.isPublished && <CheckAccount onChoose={setWhyOf} />}
      </>
    ),
    exportSlot: (
      <ExportMenu facts={facts} entity={page.entity} asOfIso={facts.asOfDay === '' ? null : asOfIso} />
    ),
    empty: <NoMembers facts={facts} />,
  };

  return (
    <div className="flex min-h-0 flex-1">
      <div className="flex min-h-0 min-w-0 flex-1 flex-col">
        {page.isFromRule && (
          <Callout tone="info">
            The members are being written. Until then the rule and its pins answer.
          </Callout>
        )}
        {page.entity === 'account' ? (
          <DataTable
            {...shared}
            label="Members"
            columns={columns}
            rows={rows as AccountRow[]}
            rowId={(row) => row.id}
            onOpen={(row) => router.push(`/accounts/${row.id}` as Route)}
            phoneRow={(row) => <AccountPhoneRow row={row} currency={facts.currency} />}
          />
        ) : (
          <DataTable
            {...shared}
            label="Members"
            columns={people}
            rows={rows as ContactRow[]}
            rowId={(row) => row.id}
            phoneRow={(row) => <ContactPhoneRow row={row} />}
          />
        )}
      </div>
      {whyOf && (
        <ExplainPanel
          recordId={whyOf}
          segmentId={facts.segment.id}
          asOf={page.asOf}
          timeZone={facts.timeZone}
          isPast={isPast}
          onClose={() => setWhyOf(null)}
        />
      )}
      {pinning && (
        <PinDialog
          segment={segment}
          subject={{
            count: 1,
            name: pinning.name ?? undefined,
            ids: () => Promise.resolve([pinning.id]),
          }}
          startSide={pinning.side}
          onClose={() => setPinning(null)}
          onPinned={(outcome, side) => {
            setPinning(null);
            toastPinned(segment, outcome, side, refresh);
            refresh();
          }}
        />
      )}
    </div>
  );
}

const WRITTEN_MS = 2_000;

/** Looks again while the rule answers in place of written members. */
function useUntilWritten(page: Page, refresh: () => void): void {
  useEffect(() => {
    if (!page.isFromRule) return;
    const timer = setTimeout(refresh, WRITTEN_MS);
    return () => clearTimeout(timer);
  }, [page, refresh]);
}
