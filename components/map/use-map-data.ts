'use client';
import { useEffect, useState } from 'react';
import { ApiProblem, api } from '#components/api-client.ts';
import { planMapSchema } from '#lib/shared/plan-map-shapes.ts';
import type { PlanBook } from '#lib/shared/plan-shapes.ts';
import { decodeMap, type MapData } from './map-data.ts';

type Loaded = { key: string; data: MapData };

/** The accounts of a draft for the map; the last ones stay while newer ones come. `rule` = only those that match it. */
export function useMapData(
  plan: { id: string; version: number },
  slot: PlanBook['slot'],
  rule: string | null,
) {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [problem, setProblem] = useState<{ key: string; text: string } | null>(null);
  const [attempt, setAttempt] = useState(0);
  const search = new URLSearchParams({ slot, ...(rule === null ? {} : { rule }) }).toString();
  const key = `${plan.version} ${attempt} ${search}`;
  useEffect(() => {
    const controller = new AbortController();
    api(`/plans/${plan.id}/map?${search}`, { schema: planMapSchema, signal: controller.signal }).then(
      (answer) => setLoaded({ key, data: decodeMap(answer) }),
      (error: unknown) => {
        if (controller.signal.aborted) return;
        const text =
          error instanceof ApiProblem ? error.message : 'The map could not be read. Please try again.';
        setProblem({ key, text });
      },
    );
    return () => controller.abort();
  }, [plan.id, search, key]);
  return {
    data: loaded?.data ?? null,
    isStale: loaded !== null && loaded.key !== key,
    problem: problem?.key === key ? problem.text : null,
    retry: () => setAttempt(attempt + 1),
  };
}
