'use client';
import { useEffect, useState } from 'react';
import { z } from 'zod';
import { api } from '#components/api-client.ts';
import { totalsShape, type Totals } from '#lib/shared/total-shapes.ts';

const IDLE_MS = 300;
const answer = z.object({ totals: totalsShape.optional() });

/** Where a list's totals are asked for: a body is posted, without one it is read. Null asks nothing. */
export type TotalsQuestion = { path: string; body?: Record<string, unknown> } | null;

/**
 * Totals of everything that a list matches, asked for after its rows and given up for a newer question. Null until
 * they are known; a refusal leaves the foot empty, for the rows themselves say what is wrong.
 */
export function useTotals(question: TotalsQuestion): Totals | null {
  const key = question === null ? null : JSON.stringify(question);
  const [held, setHeld] = useState<{ key: string; totals: Totals } | null>(null);
  useEffect(() => {
    if (key === null) return;
    const { path, body } = JSON.parse(key) as NonNullable<TotalsQuestion>;
    const controller = new AbortController();
    const ask = async () => {
      const options = { schema: answer, signal: controller.signal };
      const found = await (body ? api(path, { ...options, method: 'POST', body }) : api(path, options));
      setHeld({ key, totals: found.totals ?? {} });
    };
    const timer = setTimeout(() => void ask().catch(() => undefined), IDLE_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [key]);
  return held !== null && held.key === key ? held.totals : null;
}
