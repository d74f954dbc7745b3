'use client';
import { useEffect, useState } from 'react';
import { api } from '#components/api-client.ts';
import { problemText } from '#components/territories/plan-actions.ts';
import { type ComparedAccount, comparedAccountsSchema } from '#lib/shared/scenario-shapes.ts';

const PAGE = 100;
const TYPING_MS = 120;

type Loaded = { key: string; rows: ComparedAccount[]; total: number; nextOffset: number | null };

const pageOf = (search: string, offset: number, signal?: AbortSignal) =>
  api(`/plans/compare/accounts?${search}&offset=${offset}&limit=${PAGE}`, {
    schema: comparedAccountsSchema,
    ...(signal ? { signal } : {}),
  });

/** The accounts that a comparison's query finds, a page at a time; the last rows stay while new ones come. */
export function useComparedAccounts(search: string) {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isLoadingMore, setLoadingMore] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const key = `${attempt} ${search}`;

  useEffect(() => {
    const controller = new AbortController();
    const load = () =>
      pageOf(search, 0, controller.signal).then(
        ({ items, total, nextOffset }) => {
          setProblem(null);
          setLoaded({ key, rows: items, total, nextOffset });
        },
        (error: unknown) => {
          if (!controller.signal.aborted) setProblem(problemText(error));
        },
      );
    const timer = setTimeout(() => void load(), TYPING_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [search, key]);

  async function loadMore(): Promise<void> {
    if (loaded?.key !== key || loaded.nextOffset === null || isLoadingMore) return;
    setLoadingMore(true);
    try {
      const page = await pageOf(search, loaded.nextOffset);
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
