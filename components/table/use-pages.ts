'use client';
import { useEffect, useState } from 'react';
import type { z } from 'zod';
import { problemText } from '#components/accounts/use-api.ts';
import { api } from '#components/api-client.ts';

const PAGE = 100;
const TYPING_MS = 120;

type Page = { items: unknown[]; total: number; nextOffset: number | null };
type Loaded<P extends Page> = {
  key: string;
  first: P;
  rows: P['items'][number][];
  nextOffset: number | null;
};

/**
 * The rows that `path` with its query finds, a page at a time. The last rows stay while new ones come; another `version`
 * of what is asked about is read anew, and a search that is typed waits for the next letter. `schema` at module scope.
 */
export function usePages<P extends Page>(
  path: string,
  schema: z.ZodType<P>,
  { version = 0, isTyped = false }: { version?: number; isTyped?: boolean } = {},
) {
  const [loaded, setLoaded] = useState<Loaded<P> | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isLoadingMore, setLoadingMore] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const key = `${version} ${attempt} ${path}`;

  useEffect(() => {
    const controller = new AbortController();
    const load = () =>
      api(pagePath(path, 0), { schema, signal: controller.signal }).then(
        (first) => {
          setProblem(null);
          setLoaded({ key, first, rows: first.items, nextOffset: first.nextOffset });
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
  }, [path, schema, key, isTyped]);

  async function loadMore(): Promise<void> {
    if (loaded?.key !== key || loaded.nextOffset === null || isLoadingMore) return;
    setLoadingMore(true);
    try {
      const page = await api(pagePath(path, loaded.nextOffset), { schema });
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
    /** The first page, for what it tells about all rows. */
    first: loaded?.first ?? null,
    rows: loaded?.rows ?? [],
    total: loaded?.first.total ?? 0,
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

function pagePath(path: string, offset: number): string {
  return `${path}${path.includes('?') ? '&' : '?'}offset=${offset}&limit=${PAGE}`;
}
