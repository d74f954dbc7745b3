'use client';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { announce } from '#components/ui/announcer.tsx';
import type { Catalog } from '#lib/rules/catalog.ts';
import type { Draft, DraftRule } from '#lib/rules/draft.ts';
import { addRule } from '#lib/rules/edit/add-rule.ts';
import { allNodes } from '#lib/rules/edit/tree.ts';
import type { CalendarSettings } from '#lib/rules/resolved.ts';
import { toDefinition } from '#lib/rules/to-definition.ts';
import type { RuleInsights } from './insights.ts';
import { useFindings } from './use-findings.ts';
import { type EditOptions, type RuleEditing, RuleEditingProvider } from './rule-editing.ts';
import { nodeName } from './words.ts';

export type EditingFacts = {
  catalog: Catalog;
  calendar: CalendarSettings;
  currency: string;
  /** Epoch ms: what relative dates are told by. */
  asOf: number;
  /** Values that the data hold, by `entity.key`. */
  knownValues?: Readonly<Record<string, readonly string[]>> | undefined;
  insights?: RuleInsights | null | undefined;
  asks?: ReadonlyMap<string, string> | undefined;
  isReadOnly?: boolean | undefined;
};

const noAsks: ReadonlyMap<string, string> = new Map();
const noValues: readonly string[] = [];

/** Focuses the row's value, else its handle, once it is drawn. */
function focusRow(id: string): void {
  requestAnimationFrame(() => {
    const row = document.querySelector(`[data-node="${CSS.escape(id)}"]`);
    row?.querySelector<HTMLElement>('[data-grip]')?.focus();
    row?.scrollIntoView({ block: 'nearest' });
  });
}

/** Gives the rules pane its draft and what it needs to know; every change goes through `onEdit`. */
export function EditingProvider({
  draft,
  onEdit,
  facts,
  children,
}: {
  draft: Draft;
  onEdit: (next: Draft, mergeKey?: string) => void;
  facts: EditingFacts;
  children: ReactNode;
}) {
  const {
    catalog,
    calendar,
    currency,
    asOf,
    knownValues,
    insights = null,
    asks = noAsks,
    isReadOnly = false,
  } = facts;
  const [freshId, setFreshId] = useState<string | null>(null);
  const [openId, setOpenId] = useState<string | null>(null);
  const meant = useMemo(() => toDefinition(draft, catalog), [draft, catalog]);
  const words = useMemo(() => ({ catalog, calendar, asOf, currency }), [catalog, calendar, asOf, currency]);

  const findings = useFindings(draft, meant.definition, knownValues, words, isReadOnly);

  const edit = useCallback(
    (next: Draft, { mergeKey, say }: EditOptions = {}) => {
      if (next === draft) return;
      onEdit(next, mergeKey);
      if (say) announce(say);
    },
    [draft, onEdit],
  );

  const add = useCallback(
    (rule: DraftRule, groupId: string) => {
      const next = addRule(draft, groupId, rule);
      edit(next, { say: `${nodeName(rule, next.entity, words)} added` });
      // A group's first unfinished condition is what is to be filled in.
      const first = allNodes(rule).find((node) => node.kind !== 'group');
      setFreshId(first?.id ?? rule.id);
      if (first?.kind === 'field') setOpenId(first.id);
      showAdded(rule.id, rule.kind === 'group' && rule.rules.length === 0);
    },
    [draft, edit, words],
  );

  const value: RuleEditing = {
    draft,
    definition: meant.definition,
    omitted: new Map(meant.omitted.map((omitted) => [omitted.id, omitted])),
    catalog,
    words,
    asOf,
    valuesOf: (key) => knownValues?.[key] ?? noValues,
    insights,
    asks,
    findings,
    isReadOnly,
    freshId,
    openId,
    setOpenId,
    edit,
    add,
    focusNode: focusRow,
  };
  return <RuleEditingProvider value={value}>{children}</RuleEditingProvider>;
}

/** After adding: the search box of a new group. A value that is to be filled in takes the focus by itself. */
function showAdded(id: string, isEmptyGroup: boolean): void {
  requestAnimationFrame(() => {
    const row = document.querySelector(`[data-node="${CSS.escape(id)}"]`);
    row?.scrollIntoView({ block: 'nearest' });
    if (isEmptyGroup)
      row?.querySelector<HTMLElement>('[role="combobox"][aria-label="Add a condition"]')?.focus();
  });
}
