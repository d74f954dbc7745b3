'use client';
import { useEffect, useState } from 'react';
import { z } from 'zod';
import { api, problemText } from '#components/api-client.ts';
import type { Catalog } from '#lib/rules/catalog.ts';
import type { Draft } from '#lib/rules/draft.ts';
import { toDefinition } from '#lib/rules/to-definition.ts';

const counted = z.object({ count: z.number() });
const DEBOUNCE_MS = 150;

/** The count of a rule while it is edited: the last good number stays until the next is there. */
export function useRuleCount(
  draft: Draft,
  catalog: Catalog,
): { count: number | null; isStale: boolean; problem: string | null } {
  const body = JSON.stringify(toDefinition(draft, catalog).definition);
  const [answer, setAnswer] = useState<{ of: string; count: number | null; problem: string | null }>({
    of: '',
    count: null,
    problem: null,
  });
  useEffect(() => {
    const controller = new AbortController();
    const timer = setTimeout(() => {
      api('/segments/preview', {
        method: 'POST',
        body: { definition: JSON.parse(body) as unknown, limit: 0 },
        schema: counted,
        signal: controller.signal,
      }).then(
        ({ count }) => setAnswer({ of: body, count, problem: null }),
        (error: unknown) => {
          if (controller.signal.aborted) return;
          setAnswer((last) => ({ of: body, count: last.count, problem: problemText(error) }));
        },
      );
    }, DEBOUNCE_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [body]);
  return {
    count: answer.count,
    isStale: answer.of !== body,
    problem: answer.of === body ? answer.problem : null,
  };
}
