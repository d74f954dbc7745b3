'use client';
import type { Route } from 'next';
import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { useCallback, useMemo, useState, useTransition } from 'react';
import { accountTotalKinds } from '#components/accounts/list-columns.tsx';
import { useTotals } from '#components/accounts/use-totals.ts';
import { api } from '#components/api-client.ts';
import { usePageShortcuts } from '#components/layout/shortcuts.ts';
import type { SortState } from '#components/table/columns.ts';
import { DataTable } from '#components/table/data-table.tsx';
import { totalCells } from '#components/table/total-cells.ts';
import { Button } from '#components/ui/button.tsx';
import { Callout } from '#components/ui/callout.tsx';
import { DateInput } from '#components/ui/date-input.tsx';
import { toastError } from '#components/ui/toast.ts';
import { formatCount, formatInstant } from '#lib/shared/format.ts';
import { membersShape } from '#lib/shared/segment-activity-shapes.ts';
import type { AccountRow, ContactRow } from '#lib/shared/segment-shapes.ts';
import { accountColumns } from './account-columns.tsx';
import { CheckAccount } from './check-account.tsx';
import { contactColumns } from './contact-columns.tsx';
import { ExplainPanel } from './explain-panel.tsx';
import { ExportMenu, type MembersFacts, NoMembers } from './members-parts.tsx';
import { AccountPhoneRow, ContactPhoneRow } from './phone-rows.tsx';
import { problemText } from './segment-actions.ts';

type Page = {
  entity: 'account' | 'contact';
  count: number;
  items: (AccountRow | ContactRow)[];
  nextCursor: string | null;
  asOf: number;
  isFromRule: boolean;
};

const sortable = ['name', 'employees', 'revenue', 'score'];
const shortcuts = {
  title: 'Members',
  shortcuts: [
    { keys: ['J', 'K'], label: 'Move' },
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
  const [more, setMore] = useState<{ of: Page; items: Page['items']; next: string | null }>({
    of: page,
    items: [],
    next: page.nextCursor,
  });
  const [loading, setLoading] = useState(false);
  const [whyOf, setWhyOf] = useState<string | null>(null);
  usePageShortcuts(shortcuts);
  const columns = useMemo(() => accountColumns(facts.currency, sortable), [facts.currency]);

  const loaded = more.of === page ? more : { of: page, items: [], next: page.nextCursor };
  const rows = [...page.items, ...loaded.items];
  const state: SortState = { id: sort.replace(/^-/, ''), desc: sort.startsWith('-') };
  const asOfIso = new Date(page.asOf).toISOString();

  const totals = useTotals({
    path: `/segments/${facts.segmentId}/members?${new URLSearchParams({ asOf: asOfIso, limit: '1', totals: 'true' })}`,
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

  async function loadMore(): Promise<void> {
    if (!loaded.next || loading) return;
    setLoading(true);
    try {
      const query = new URLSearchParams({ asOf: asOfIso, sort, limit: '200', cursor: loaded.next });
      const found = await api(`/segments/${facts.segmentId}/members?${query}`, { schema: membersShape });
      setMore({ of: page, items: [...loaded.items, ...found.items], next: found.nextCursor });
    } catch (error) {
      toastError(problemText(error));
    } finally {
      setLoading(false);
    }
  }

  const shared = {
    pageKeys: true,
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
    hasMore: loaded.next !== null,
    loadingMore: loading,
    onLoadMore: () => void loadMore(),
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
            The members of the new version are being written. Until then the rule itself answers.
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
            columns={contactColumns}
            rows={rows as ContactRow[]}
            rowId={(row) => row.id}
            phoneRow={(row) => <ContactPhoneRow row={row} />}
          />
        )}
      </div>
      {whyOf && (
        <ExplainPanel
          recordId={whyOf}
          segmentId={facts.segmentId}
          asOf={page.asOf}
          timeZone={facts.timeZone}
          onClose={() => setWhyOf(null)}
        />
      )}
    </div>
  );
}
