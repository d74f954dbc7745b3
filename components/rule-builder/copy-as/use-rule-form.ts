'use client';
import { useEffect, useState } from 'react';
import { api, problemText } from '#components/api-client.ts';
import type { SegmentDefinition } from '#lib/rules/ast.ts';
import { type RuleForm, type RuleFormAnswer, ruleFormShape } from '#lib/shared/rule-form-shapes.ts';

type Written = { answer: RuleFormAnswer | null; problem: string | null };

/** The rule in a form, from the server: it knows what relative dates and other segments mean. Null while it works. */
export function useRuleForm(
  form: RuleForm,
  definition: SegmentDefinition,
  name: string | null,
  segmentId: string | undefined,
): Written | null {
  const [written, setWritten] = useState<(Written & { form: RuleForm }) | null>(null);
  useEffect(() => {
    const abort = new AbortController();
    api(`/segments/forms/${form}`, {
      method: 'POST',
      body: { definition, name, segmentId },
      schema: ruleFormShape,
      signal: abort.signal,
    })
      .then((answer) => setWritten({ form, answer, problem: null }))
      .catch((error: unknown) => {
        if (!abort.signal.aborted) setWritten({ form, answer: null, problem: problemText(error) });
      });
    return () => abort.abort();
  }, [form, definition, name, segmentId]);
  return written?.form === form ? written : null;
}
