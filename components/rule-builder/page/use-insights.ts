'use client';
import type { SegmentDefinition } from '#lib/rules/ast.ts';
import type { Catalog } from '#lib/rules/catalog.ts';
import type { Draft } from '#lib/rules/draft.ts';
import type { RuleInsights } from '../insights.ts';
import {
  loosenedKey,
  loosenedQuestions,
  missingQuestions,
  mutedQuestions,
  nearMissesOf,
  type LoosenedMiss,
} from '../who/side-questions.ts';
import type { PreviewAnswer } from '../who/use-preview.ts';
import { type SideCount, useSideCounts } from '../who/use-side-counts.ts';

function byPrefix<T>(
  counts: ReadonlyMap<string, SideCount>,
  prefix: string,
  read: (count: SideCount) => T | null,
): Record<string, T> {
  const found: Record<string, T> = {};
  for (const [key, count] of counts) {
    const value = key.startsWith(prefix) ? read(count) : null;
    if (value !== null) found[key.slice(prefix.length)] = value;
  }
  return found;
}

/** The preview as the rules pane shows it, with the small extra counts that follow it. */
export function useInsights(
  draft: Draft,
  definition: SegmentDefinition,
  catalog: Catalog,
  preview: PreviewAnswer,
): { insights: RuleInsights | null; near: readonly LoosenedMiss[] } {
  const { main, rest, isMainStale, isRestStale } = preview;
  const isSettled = rest !== null && !isMainStale && !isRestStale;
  const near = nearMissesOf(definition, rest, catalog);
  const questions = [
    ...mutedQuestions(draft, catalog),
    ...missingQuestions(definition),
    ...loosenedQuestions(definition, near),
  ];
  const counts = useSideCounts(questions, isSettled && questions.length > 0 ? rest.asOf : null);
  if (!main || !rest) return { insights: null, near: [] };
  return {
    insights: {
      count: rest.count,
      total: rest.total,
      conditions: rest.conditions ?? {},
      muted: byPrefix(counts, 'muted ', ({ alone, count }) =>
        alone === null ? null : { alone, withIt: count },
      ),
      missing: byPrefix(counts, 'missing ', ({ count }) => count),
      stale: !isSettled,
    },
    near: near.map((one) => ({
      ...one,
      countThen: (one.loosened && counts.get(loosenedKey(one.loosened))?.count) ?? null,
    })),
  };
}
