'use client';
import { useEffect, useState } from 'react';
import { api } from '#components/api-client.ts';
import type { HistogramBin } from '#components/ui/histogram-scale.ts';
import type { FieldCondition, SegmentDefinition } from '#lib/rules/ast.ts';
import type { DraftFieldCondition } from '#lib/rules/draft.ts';
import { groupsAround, narrowed, without } from '#lib/rules/variants.ts';
import { formatIsoInstant } from '#lib/shared/days.ts';
import { previewShape } from '#lib/shared/preview-shapes.ts';
import { rangeOf } from './number-range.ts';
import { useRuleEditing } from './rule-editing.ts';

export type Spread = {
  state: 'ready' | 'failed';
  bins: HistogramBin[];
  below: number;
  inside: number;
  above: number;
  missing: number;
  stale: boolean;
};

type Asked = [SegmentDefinition, string, number | null, number | null, string];

const DEBOUNCE_MS = 120;

/** Whom the spread is counted over: those that pass the rest; inside `any` and `none` groups everybody. */
function baseOf(definition: SegmentDefinition, id: string): SegmentDefinition {
  const around = groupsAround(definition.root, id);
  if (around.length > 0 && around.every((group) => group.op === 'all')) return without(definition, id);
  if (around.length === 0) return definition;
  return { ...definition, root: { ...definition.root, op: 'all', rules: [] } };
}

async function count(definition: SegmentDefinition, asOf: string, histograms: string[], signal: AbortSignal) {
  const body = { definition, asOf, limit: 0, histograms };
  return api('/segments/preview', { method: 'POST', body, schema: previewShape, signal });
}

/** The spread of a condition's field, each part counted and none estimated. Null until the first answer. */
export function useHistogram(condition: DraftFieldCondition): Spread | null {
  const { definition, asOf } = useRuleEditing();
  const [answer, setAnswer] = useState<{ key: string; spread: Spread } | null>(null);
  const { min, max } = rangeOf(condition);
  const { field, id, operator } = condition;
  const key = JSON.stringify([baseOf(definition, id), field, min, max, operator, asOf]);
  useEffect(() => {
    const controller = new AbortController();
    const timer = setTimeout(async () => {
      const [base, name, low, high, compared] = JSON.parse(key) as Asked;
      const beyond = (operator: 'lt' | 'lte' | 'gt' | 'gte', value: number): FieldCondition => ({
        ...{ id: 'beyond', kind: 'field', field: name, operator, value },
      });
      const at = formatIsoInstant(asOf);
      const ask = (rule: FieldCondition | null) =>
        rule === null ? Promise.resolve(null) : count(narrowed(base, rule), at, [], controller.signal);
      try {
        const [all, under, over] = await Promise.all([
          count(base, at, [name], controller.signal),
          ask(low === null ? null : beyond(compared === 'gt' ? 'lte' : 'lt', low)),
          ask(high === null ? null : beyond(compared === 'lt' ? 'gte' : 'gt', high)),
        ]);
        const histogram = all.histograms[name];
        const [below, above, missing] = [under?.count ?? 0, over?.count ?? 0, histogram?.missing ?? 0];
        const inside = all.count - below - above - missing;
        const bins = histogram?.bins ?? [];
        setAnswer({ key, spread: { state: 'ready', bins, below, inside, above, missing, stale: false } });
      } catch {
        if (controller.signal.aborted) return;
        setAnswer({
          key,
          spread: { state: 'failed', bins: [], below: 0, inside: 0, above: 0, missing: 0, stale: false },
        });
      }
    }, DEBOUNCE_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [key, asOf]);
  return answer && { ...answer.spread, stale: answer.key !== key };
}
