'use client';
import type { Route } from 'next';
import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { useCallback, useState, useTransition } from 'react';
import type { DataColumn, SortState } from '#components/table/columns.ts';
import { shownColumns } from '#components/table/layout.ts';
import { layoutFromText } from '#components/table/layout-address.ts';
import { NOTHING_SELECTED, type RowSelection } from '#components/table/selection.ts';
import { COLUMNS_KEY } from '#components/table/use-address-layout.ts';
import { useMoreRows } from '#components/table/use-more-rows.ts';
import { notViewState, type ViewState, viewAddress, viewStateOf } from './view-address.ts';

type ListPage<Row> = { items: Row[]; nextCursor: string | null; count: number };

/** Keys of the address that do not concern which rows are shown. */
const notQuery = new Set([...notViewState, COLUMNS_KEY]);

/**
 * A list whose filters, order and view live in the address. The server draws the first page; further ones are fetched
 * and kept until the address changes.
 */
export function useListPage<Row>(
  first: ListPage<Row>,
  columns: readonly DataColumn<Row>[],
  fetchPage: (query: Record<string, unknown>, cursor: string) => Promise<ListPage<Row>>,
) {
  const router = useRouter();
  const pathname = usePathname();
  const params = useSearchParams();
  const [isPending, startTransition] = useTransition();
  const [chosen, setChosen] = useState({ of: first.count, selection: NOTHING_SELECTED });

  const go = useCallback(
    (next: URLSearchParams) => {
      startTransition(() => router.replace(`${pathname}?${next}` as Route, { scroll: false }));
    },
    [pathname, router],
  );

  function change(values: Record<string, string[] | null>): void {
    const next = new URLSearchParams(params);
    for (const [key, list] of Object.entries(values)) {
      next.delete(key);
      for (const value of list ?? []) next.append(key, value);
    }
    setChosen({ of: first.count, selection: NOTHING_SELECTED });
    go(next);
  }

  /** What the address asks, as the query bodies of the API take it. */
  const query: Record<string, unknown> = {};
  for (const key of new Set(params.keys())) {
    if (notQuery.has(key)) continue;
    const single = key === 'q' || key === 'segment' || key === 'sort' || key === 'rule';
    const value = params.get(key);
    if (key === 'rule') query.rule = parsed(value);
    else query[key] = single ? value : params.getAll(key);
  }

  const applyView = (viewId: string | null, state: ViewState) => go(viewAddress(viewId, state, columns));

  const { rows, hasMore, isLoadingMore, loadMore } = useMoreRows(first, (cursor) => fetchPage(query, cursor));
  const isFiltered = Object.keys(query).some((key) => key !== 'sort');
  const sort = params.get('sort');
  const sortState: SortState = sort ? { id: sort.replace(/^-/, ''), desc: sort.startsWith('-') } : null;
  return {
    params,
    query,
    /** Whether the address asks for less than everything within reach. */
    isFiltered,
    rows,
    count: first.count,
    sort: sortState,
    setSort: (next: SortState) => change({ sort: next ? [`${next.desc ? '-' : ''}${next.id}`] : null }),
    change,
    refresh: () => startTransition(() => router.refresh()),
    isPending,
    hasMore,
    isLoadingMore,
    loadMore,
    /** Ids of the shown columns in their order. */
    shownIds: shownColumns(columns, layoutFromText(params.get(COLUMNS_KEY), columns)).map(({ id }) => id),
    selection: chosen.selection,
    setSelection: (selection: RowSelection) => setChosen({ of: first.count, selection }),
    viewState: viewStateOf(params),
    applyView,
  };
}

function parsed(text: string | null): unknown {
  try {
    return text === null ? undefined : (JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
}

/** The selection as the API takes it. */
export function selectionBody(
  selection: RowSelection,
  query: Record<string, unknown>,
): Record<string, unknown> {
  return selection.mode === 'some' ? { ids: selection.ids } : { query, except: selection.except };
}
