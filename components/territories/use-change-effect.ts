'use client';
import { useEffect, useState } from 'react';
import { api, problemText } from '#components/api-client.ts';
import { type ChangeEffect, changeEffectSchema, type HandChangeInput } from '#lib/shared/plan-shapes.ts';

export type EffectState = { value: ChangeEffect | null; isStale: boolean; problem: string | null };

const DEBOUNCE_MS = 120;

/** What a change would do, asked for whenever it changes; the last answer stays until the next is there. */
export function useChangeEffect(planId: string, change: HandChangeInput | null): EffectState {
  const body = change ? JSON.stringify(change) : null;
  const [answer, setAnswer] = useState<{
    of: string | null;
    value: ChangeEffect | null;
    problem: string | null;
  }>({
    of: null,
    value: null,
    problem: null,
  });
  useEffect(() => {
    if (body === null) return;
    const controller = new AbortController();
    const timer = setTimeout(() => {
      api(`/plans/${planId}/changes/effect`, {
        method: 'POST',
        body: JSON.parse(body) as HandChangeInput,
        schema: changeEffectSchema,
        signal: controller.signal,
      }).then(
        (value) => setAnswer({ of: body, value, problem: null }),
        (error: unknown) => {
          if (!controller.signal.aborted) setAnswer({ of: body, value: null, problem: problemText(error) });
        },
      );
    }, DEBOUNCE_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [planId, body]);
  if (body === null) return { value: null, isStale: false, problem: null };
  return {
    value: answer.value,
    isStale: answer.of !== body,
    problem: answer.of === body ? answer.problem : null,
  };
}
