'use client';
import { Search } from 'lucide-react';
import type { Route } from 'next';
import { useRouter, useSearchParams } from 'next/navigation';
import { parseAsArrayOf, parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { useMemo, useState } from 'react';
import { SavedViews } from '#components/accounts/saved-views.tsx';
import { viewAddress, viewStateOf } from '#components/accounts/view-address.ts';
import { NoDataYet } from '#components/layout/no-data-yet.tsx';
import { DataTable } from '#components/table/data-table.tsx';
import type { SortState } from '#components/table/columns.ts';
import { NOTHING_SELECTED, type RowSelection, selectionTest } from '#components/table/selection.ts';
import { totalCells } from '#components/table/total-cells.ts';
import { AppLink } from '#components/ui/app-link.tsx';
import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Input } from '#components/ui/input.tsx';
import { Select } from '#components/ui/select.tsx';
import { usePageShortcuts } from '#components/layout/shortcuts.ts';
import { formatMoney, formatNumber } from '#lib/shared/format.ts';
import type { SegmentListItem } from '#lib/shared/segment-shapes.ts';
import { totalsOfRows } from '#lib/shared/total-shapes.ts';
import { foldText } from '#lib/shared/text.ts';
import { SegmentBulk } from './segment-bulk.tsx';
import { type ListFacts, segmentColumns } from './segment-columns.tsx';
import { StatusChips } from './status-chips.tsx';
import { TagFilter } from './tag-filter.tsx';

const statuses = ['all', 'draft', 'published', 'retired', 'review_due', 'failing', 'trash'] as const;
type Status = (typeof statuses)[number];

const statusLabels: Record<Status, string> = {
  all: 'All segments',
  draft: 'Drafts',
  published: 'Published',
  retired: 'Retired',
  review_due: 'Review due',
  failing: 'Broken',
  trash: 'In the Trash',
};

const shortcuts = {
  title: 'Segments',
  shortcuts: [
    { keys: ['J', 'K'], label: 'Move' },
    { keys: ['↵'], label: 'Open' },
    { keys: ['X'], label: 'Choose for a bulk action' },
  ],
};

function isShown(item: SegmentListItem, status: Status): boolean {
  if (status === 'review_due') return item.isReviewDue;
  if (status === 'failing') return item.lastError !== null;
  return status === 'all' || status === 'trash' || item.status === status;
}

/** All segments with size, tier, results and freshness; filters and order live in the address. */
export function SegmentList({
  items,
  trash,
  tiers,
  facts,
  importsFirst,
}: {
  items: SegmentListItem[];
  trash: SegmentListItem[];
  tiers: { id: string; name: string }[];
  facts: ListFacts;
  /** There is no account yet, and the person may import some. */
  importsFirst: boolean;
}) {
  const router = useRouter();
  const params = useSearchParams();
  usePageShortcuts(shortcuts);
  const [selection, setSelection] = useState<RowSelection>(NOTHING_SELECTED);
  const [state, setState] = useQueryStates({
    q: parseAsString.withDefault(''),
    status: parseAsStringLiteral(statuses).withDefault('all'),
    tier: parseAsString.withDefault('any'),
    owner: parseAsString.withDefault('any'),
    tags: parseAsArrayOf(parseAsString).withDefault([]),
    sort: parseAsString.withDefault('name'),
  });
  const pool = state.status === 'trash' ? trash : items;
  const shown = pool.filter(
    (item) =>
      isShown(item, state.status) &&
      (state.tier === 'any' || (item.tier?.id ?? 'none') === state.tier) &&
      (state.owner === 'any' || (item.owner?.id ?? 'none') === state.owner) &&
      state.tags.every((tag) => item.tags.includes(tag)) &&
      foldText(item.name).includes(foldText(state.q)),
  );
  const columns = useMemo(() => segmentColumns(items, facts), [items, facts]);
  const sort: SortState = { id: state.sort.replace(/^-/, ''), desc: state.sort.startsWith('-') };
  const isFiltered =
    state.q !== '' ||
    state.status !== 'all' ||
    state.tier !== 'any' ||
    state.owner !== 'any' ||
    state.tags.length > 0;
  const clear = () => void setState({ q: null, status: null, tier: null, owner: null, tags: null });

  return (
    <DataTable
      label="Segments"
      pageKeys
      columns={columns}
      rows={shown}
      rowId={(item) => item.id}
      rowHeight={36}
      sort={sort}
      onSortChange={(next) => void setState({ sort: next ? `${next.desc ? '-' : ''}${next.id}` : null })}
      onOpen={(item) => router.push(`/segments/${item.id}` as Route)}
      selection={state.status === 'trash' ? undefined : selection}
      onSelectionChange={setSelection}
      bulkActions={
        <SegmentBulk
          chosen={chosenOf(selection.mode === 'some' ? items : shown, selection)}
          tiers={tiers}
          rights={facts.rights}
          onDone={() => {
            setSelection(NOTHING_SELECTED);
            router.refresh();
          }}
        />
      }
      totals={totalCells({
        count: shown.length,
        totals: totalsOfRows(shown, {
          members: (item) => item.members,
          openAmount: (item) => item.openAmount,
        }),
        kinds: { members: 'sum', openAmount: { currency: facts.currency } },
        countNote: 'overlaps counted in each',
        note: 'What is in several segments counts in each.',
      })}
      rowTone={(item) => (item.status === 'retired' ? 'pale' : undefined)}
      exportSlot={
        <SavedViews
          page="segments"
          viewId={params.get('view')}
          state={viewStateOf(params)}
          onApply={(viewId, view) =>
            router.replace(`/segments?${viewAddress(viewId, view, columns)}` as Route, { scroll: false })
          }
          mayShare={facts.mayShareViews}
        />
      }
      phoneRow={(item) => <PhoneRow item={item} facts={facts} />}
      toolbar={
        <>
          <div className="relative w-60 max-sm:w-full">
            <Search
              aria-hidden
              className="pointer-events-none absolute top-1/2 left-2 size-3.5 -translate-y-1/2 text-ink-3"
            />
            <Input
              data-page-search
              size="md"
              type="search"
              aria-label="Search segments"
              placeholder="Search segments"
              value={state.q}
              onChange={(event) => void setState({ q: event.target.value || null })}
              className="pl-7"
            />
          </div>
          <Select
            label="View"
            value={state.status}
            onValueChange={(status) => void setState({ status })}
            options={statuses.map((value) => ({ value, label: statusLabels[value] }))}
          />
          <Select
            label="Tier"
            prefix="Tier"
            value={state.tier}
            onValueChange={(tier) => void setState({ tier })}
            options={choices(items, (item) => item.tier, 'No tier')}
          />
          <Select
            label="Owner"
            prefix="Owner"
            value={state.owner}
            onValueChange={(owner) => void setState({ owner })}
            options={choices(items, (item) => item.owner, 'Nobody')}
          />
          <TagFilter
            items={items}
            value={state.tags}
            onValueChange={(tags) => void setState({ tags: tags.length > 0 ? tags : null })}
          />
          <span className="text-12 text-ink-3">
            {shown.length === pool.length
              ? `${formatNumber(pool.length)} segments`
              : `${formatNumber(shown.length)} of ${formatNumber(pool.length)}`}
          </span>
        </>
      }
      empty={
        isFiltered ? (
          <EmptyState
            title={state.status === 'trash' ? 'The Trash is empty.' : 'No segment matches these filters.'}
            actions={<Button onClick={clear}>Clear the filters</Button>}
          />
        ) : (
          <FirstSegment mayEdit={facts.rights.edit} importsFirst={importsFirst} />
        )
      }
    />
  );
}

function chosenOf(shown: readonly SegmentListItem[], selection: RowSelection): SegmentListItem[] {
  const isChosen = selectionTest(selection);
  return shown.filter((item) => isChosen(item.id));
}

function choices(
  items: readonly SegmentListItem[],
  of: (item: SegmentListItem) => { id: string; name: string } | null,
  nothing: string,
) {
  const found = new Map(items.flatMap((item) => of(item) ?? []).map(({ id, name }) => [id, name]));
  const named = [...found].map(([value, label]) => ({ value, label }));
  return [{ value: 'any', label: 'Any' }, ...named, { value: 'none', label: nothing }];
}

function FirstSegment({ mayEdit, importsFirst }: { mayEdit: boolean; importsFirst: boolean }) {
  if (importsFirst) {
    return (
      <NoDataYet title="Start with your accounts." label="Import accounts" mayImport>
        A segment is a rule that keeps a list of them true. Import the accounts first; then templates and
        previews have something to count.
      </NoDataYet>
    );
  }
  return (
    <EmptyState
      title="A segment is a rule that keeps a list true."
      actions={
        mayEdit && (
          <>
            <Button asChild variant="primary">
              <AppLink href="/segments/new">Use a template</AppLink>
            </Button>
            <Button asChild variant="ghost">
              <AppLink href="/segments/new?from=blank">Start blank</AppLink>
            </Button>
          </>
        )
      }
    >
      {mayEdit
        ? 'Start from a template, from pasted domains, or blank.'
        : 'None was made yet. RevOps and leaders make them.'}
    </EmptyState>
  );
}

function PhoneRow({ item, facts }: { item: SegmentListItem; facts: ListFacts }) {
  return (
    <span className="flex h-full flex-col justify-center gap-0.5 px-4">
      <span className="flex items-center justify-between gap-2">
        <span className="truncate font-medium">{item.name}</span>
        <span className="font-semibold">{item.members === null ? '–' : formatNumber(item.members)}</span>
      </span>
      <span className="flex items-center justify-between gap-2 text-12 text-ink-3">
        <StatusChips {...item} />
        {item.openAmount !== null && (
          <span>{formatMoney(item.openAmount, facts.currency, { compact: true })} open</span>
        )}
      </span>
    </span>
  );
}
