'use client';
import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { z } from 'zod';
import { ApiProblem, api, problemText } from '#components/api-client.ts';
import type { Issue } from '#lib/shared/errors.ts';
import type { NewListInput } from '#lib/shared/pin-shapes.ts';
import { createdSegmentShape, type NewSegmentInput } from '#lib/shared/segment-shapes.ts';

export type Created = z.output<typeof createdSegmentShape>;
export type CreateProblem = { sentence: string; field: string | null; issues: Issue[] };

/** Creates a segment or a fixed list and opens it, or says what is wrong and with which field. */
export function useCreateSegment() {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<CreateProblem | null>(null);

  async function create(
    input: NewSegmentInput | NewListInput,
    onCreated?: (created: Created) => boolean,
  ): Promise<void> {
    setBusy(true);
    setProblem(null);
    try {
      const path = 'records' in input ? '/segments/lists' : '/segments';
      const created = await api(path, { method: 'POST', body: input, schema: createdSegmentShape });
      if (onCreated?.(created)) setBusy(false);
      else router.push(`/segments/${created.id}` as Route);
    } catch (error) {
      const issues = error instanceof ApiProblem ? error.issues : [];
      const [issue] = issues;
      setProblem({
        sentence: issue?.message ?? problemText(error),
        field: issue?.path.slice(1) ?? null,
        issues,
      });
      setBusy(false);
    }
  }

  return { create, busy, problem };
}
