'use client';
import { parseAsString, useQueryState } from 'nuqs';
import { useMemo } from 'react';
import type { Draft } from '#lib/rules/draft.ts';
import { unpackCatalog } from '#lib/rules/packed-catalog.ts';
import { parseDraft } from '#lib/rules/parse-draft.ts';
import { toDefinition } from '#lib/rules/to-definition.ts';
import { usePlanner } from './planner-context.tsx';

/** The rule of an address, as JSON of a draft. */
function draftIn(text: string | null): Draft | null | 'unreadable' {
  if (text === null) return null;
  try {
    const read = parseDraft(JSON.parse(text));
    return read.ok ? read.value : 'unreadable';
  } catch {
    return 'unreadable';
  }
}

/**
 * A rule that narrows what the planner shows, kept in the address: the same one on the map and in the list. `rule` is its
 * definition as JSON for the server; what cannot be read is asked for as it is, so that its refusal is shown instead of
 * everything.
 */
export function useRuleFilter() {
  const { catalog } = usePlanner();
  const [text, setText] = useQueryState('rule', parseAsString.withOptions({ history: 'replace' }));
  const read = useMemo(() => draftIn(text), [text]);
  const draft = read === 'unreadable' ? null : read;
  const rule = useMemo(
    () => (draft === null ? text : JSON.stringify(toDefinition(draft, unpackCatalog(catalog)).definition)),
    [draft, text, catalog],
  );
  return {
    draft,
    rule,
    isUnreadable: read === 'unreadable',
    /** One without conditions is none. */
    setDraft: (next: Draft) => void setText(next.root.rules.length > 0 ? JSON.stringify(next) : null),
    clear: () => void setText(null),
  };
}
