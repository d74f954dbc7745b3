'use client';
import { useCallback, useEffect, useState } from 'react';
import type { z } from 'zod';
import { api, problemText } from '#components/api-client.ts';

type Held<T> = { path: string; value: T | null; problem: string | null };

/**
 * Reads `path` when it changes (null reads nothing), with another `version` of what it tells, and again on `reload`; a newer question aborts the older one.
 * `value` is null until the first answer. `schema` at module scope.
 */
export function useApi<S extends z.ZodType>(
  path: string | null,
  schema: S,
  version = 0,
): { value: z.output<S> | null; problem: string | null; reload: () => void } {
  const [held, setHeld] = useState<Held<z.output<S>> | null>(null);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (path === null) return;
    const controller = new AbortController();
    api(path, { schema, signal: controller.signal }).then(
      (value) => setHeld({ path, value, problem: null }),
      (error: unknown) => {
        if (!controller.signal.aborted) setHeld({ path, value: null, problem: problemText(error) });
      },
    );
    return () => controller.abort();
  }, [path, schema, version, turn]);
  const reload = useCallback(() => setTurn((now) => now + 1), []);
  const current = held?.path === path ? held : null;
  return { value: current?.value ?? null, problem: current?.problem ?? null, reload };
}
