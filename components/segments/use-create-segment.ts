'use client';
import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { z } from 'zod';
import { ApiProblem, api } from '#components/api-client.ts';
import type { Issue } from '#lib/shared/errors.ts';
import { createdSegmentShape, type NewSegmentInput } from '#lib/shared/segment-shapes.ts';
import { problemText } from './segment-actions.ts';

export type Created = z.output<typeof createdSegmentShape>;
export type CreateProblem = { sentence: string; field: string | null; issues: Issue[] };

/** Creates a segment and opens it in the builder, or says what is wrong and with which field. */
export function useCreateSegment() {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<CreateProblem | null>(null);

  async function create(input: NewSegmentInput, onCreated?: (created: Created) => boolean): Promise<void> {
    setBusy(true);
    setProblem(null);
    try {
      const created = await api('/segments', { method: 'POST', body: input, schema: createdSegmentShape });
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
