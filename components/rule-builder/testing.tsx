import { useState } from 'react';
import type { Draft, DraftFieldCondition, DraftRule } from '#lib/rules/draft.ts';
import { buildCatalog } from '#lib/rules/build-catalog.ts';
import type { RuleInsights } from './insights.ts';
import { RuleEditor } from './rule-editor.tsx';

/** A small workspace for tests of the rule builder. */
export const catalog = buildCatalog({
  segments: [{ id: 'seg_1', name: 'Enterprise', entity: 'account', status: 'published' }],
});

export const asOf = Date.UTC(2026, 10, 22, 15);

export function condition(
  id: string,
  field: string,
  operator: DraftFieldCondition['operator'],
  value?: DraftFieldCondition['value'],
): DraftFieldCondition {
  return { id, kind: 'field', field, operator, ...(value === undefined ? {} : { value }) };
}

export function draftOf(...rules: DraftRule[]): Draft {
  return { version: 1, entity: 'account', root: { id: 'root', kind: 'group', op: 'all', rules } };
}

/** An editor that keeps its draft, and tells every change. */
export function EditorInTest({
  initial,
  insights = null,
  onChange = () => {},
}: {
  initial: Draft;
  insights?: RuleInsights | null;
  onChange?: (draft: Draft) => void;
}) {
  const [draft, setDraft] = useState(initial);
  return (
    <RuleEditor
      draft={draft}
      onChange={(next) => {
        setDraft(next);
        onChange(next);
      }}
      catalog={catalog}
      calendar={{ timeZone: 'America/Chicago', fiscalYearStartMonth: 1 }}
      currency="USD"
      asOf={asOf}
      knownValues={{ 'technology.name': ['SAP', 'Oracle'], 'account.industry': ['Manufacturing', 'Retail'] }}
      insights={insights}
    />
  );
}
