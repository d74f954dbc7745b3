'use client';
import { useEffect, useState } from 'react';
import { formatIsoInstant } from '#lib/shared/days.ts';
import type { SideQuestion } from './side-questions.ts';
import { askPreview } from './use-preview.ts';

export type SideCount = { count: number; alone: number | null };

const none: ReadonlyMap<string, SideCount> = new Map();

/** Answers small extra counts together, at one moment (`asOf`, epoch ms; null waits). Failures leave their fact out. */
export function useSideCounts(
  questions: readonly SideQuestion[],
  asOf: number | null,
): ReadonlyMap<string, SideCount> {
  const [answers, setAnswers] = useState<ReadonlyMap<string, SideCount>>(none);
  const key = asOf === null ? null : JSON.stringify([questions, asOf]);
  useEffect(() => {
    if (key === null) return;
    const controller = new AbortController();
    const [asked, at] = JSON.parse(key) as [SideQuestion[], number];
    const one = async ({ key: name, definition, aloneOf }: SideQuestion) => {
      const body = { definition, asOf: formatIsoInstant(at), limit: 0, perCondition: aloneOf !== undefined };
      const { count, conditions } = await askPreview(body, controller.signal);
      const alone = aloneOf === undefined ? null : (conditions?.[aloneOf]?.alone ?? null);
      return [name, { count, alone }] as const;
    };
    void Promise.allSettled(asked.map(one)).then((settled) => {
      if (controller.signal.aborted) return;
      setAnswers(new Map(settled.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))));
    });
    return () => controller.abort();
  }, [key]);
  return answers;
}
