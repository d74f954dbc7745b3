import { useEffect, useState } from 'react';
import { api, problemText } from '#components/api-client.ts';
import type { PlanView } from '#lib/shared/plan-shapes.ts';
import { type PlanChecksView, planChecksSchema } from '#lib/shared/plan-check-shapes.ts';

type Held = { of: PlanView; checks: PlanChecksView | null; problem: string | null };

/** Overlaps and gaps of the draft as it is shown; asked again when the plan changes, the last answer stays meanwhile. */
export function usePlanChecks(plan: PlanView) {
  const [held, setHeld] = useState<Held | null>(null);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    const abort = new AbortController();
    api(`/plans/${plan.id}/checks`, { schema: planChecksSchema, signal: abort.signal }).then(
      (checks) => setHeld({ of: plan, checks, problem: null }),
      (error: unknown) => {
        if (!abort.signal.aborted) setHeld({ of: plan, checks: null, problem: problemText(error) });
      },
    );
    return () => abort.abort();
  }, [plan, tries]);
  return {
    checks: held?.checks ?? null,
    problem: held?.of === plan ? held.problem : null,
    isStale: held !== null && held.of !== plan,
    retry: () => setTries(tries + 1),
  };
}
