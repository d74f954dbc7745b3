'use client';
import { useEffect, useState } from 'react';
import { api } from '#components/api-client.ts';
import { type PlanAccountView, planAccountsSchema } from '#lib/shared/plan-account-shapes.ts';
import type { Totals } from '#lib/shared/total-shapes.ts';
import { problemText } from './plan-actions.ts';

const PAGE = 100;
const TYPING_MS = 120;

export type AccountsFilter = {
  territory?: string | null;
  rep?: string | null;
  q?: string;
  changes?: boolean;
  locked?: boolean;
  sort?: string;
};

type Loaded = {
  key: string;
  rows: PlanAccountView[];
  total: number;
  totals: Totals;
  nextOffset: number | null;
};

function searchOf(filter: AccountsFilter, offset: number): string {
  const search = new URLSearchParams({ offset: String(offset), limit: String(PAGE) });
  if (filter.territory) search.set('territory', filter.territory);
  if (filter.rep) search.set('rep', filter.rep);
  if (filter.q) search.set('q', filter.q);
  if (filter.changes) search.set('changes', 'true');
  if (filter.locked) search.set('locked', 'true');
  if (filter.sort) search.set('sort', filter.sort);
  return search.toString();
}

/**
 * The accounts of a draft that pass a filter, a page at a time. The last rows stay while new ones come; `version` is
 * the plan's, so that a changed plan is read anew.
 */
export function usePlanAccounts(planId: string, version: number, filter: AccountsFilter) {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isLoadingMore, setLoadingMore] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const first = searchOf(filter, 0);
  const isTyped = Boolean(filter.q);
  const key = `${version} ${attempt} ${first}`;

  useEffect(() => {
    const controller = new AbortController();
    const load = () =>
      api(`/plans/${planId}/accounts?${first}`, {
        schema: planAccountsSchema,
        signal: controller.signal,
      }).then(
        ({ items, total, totals, nextOffset }) => {
          setProblem(null);
          setLoaded({ key, rows: items, total, totals, nextOffset });
        },
        (error: unknown) => {
          if (!controller.signal.aborted) setProblem(problemText(error));
        },
      );
    const timer = setTimeout(() => void load(), isTyped ? TYPING_MS : 0);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [planId, first, key, isTyped]);

  async function loadMore(): Promise<void> {
    if (loaded?.key !== key || loaded.nextOffset === null || isLoadingMore) return;
    setLoadingMore(true);
    try {
      const page = await api(`/plans/${planId}/accounts?${searchOf(filter, loaded.nextOffset)}`, {
        schema: planAccountsSchema,
      });
      setLoaded((now) =>
        now === loaded ? { ...now, rows: [...now.rows, ...page.items], nextOffset: page.nextOffset } : now,
      );
    } catch (error) {
      setProblem(problemText(error));
    } finally {
      setLoadingMore(false);
    }
  }

  return {
    rows: loaded?.rows ?? [],
    total: loaded?.total ?? 0,
    totals: loaded?.totals ?? null,
    state:
      loaded === null ? ('loading' as const) : loaded.key === key ? ('ready' as const) : ('stale' as const),
    hasMore: loaded?.key === key && loaded.nextOffset !== null,
    isLoadingMore,
    loadMore,
    problem,
    retry: () => {
      setProblem(null);
      setAttempt(attempt + 1);
    },
  };
}
