'use client';
import { usePages } from '#components/table/use-pages.ts';
import { planAccountsSchema } from '#lib/shared/plan-account-shapes.ts';

export type AccountsFilter = {
  territory?: string | null;
  rep?: string | null;
  q?: string;
  changes?: boolean;
  locked?: boolean;
  /** As JSON of a definition. */
  rule?: string | null;
  sort?: string;
};

function searchOf(filter: AccountsFilter): string {
  const search = new URLSearchParams();
  if (filter.territory) search.set('territory', filter.territory);
  if (filter.rep) search.set('rep', filter.rep);
  if (filter.q) search.set('q', filter.q);
  if (filter.changes) search.set('changes', 'true');
  if (filter.locked) search.set('locked', 'true');
  if (filter.rule) search.set('rule', filter.rule);
  if (filter.sort) search.set('sort', filter.sort);
  return search.toString();
}

/**
 * The accounts of a draft that pass a filter, a page at a time; `version` is the plan's, so that a changed plan is read
 * anew.
 */
export function usePlanAccounts(planId: string, version: number, filter: AccountsFilter) {
  const { first, ...pages } = usePages(`/plans/${planId}/accounts?${searchOf(filter)}`, planAccountsSchema, {
    version,
    isTyped: Boolean(filter.q),
  });
  return { ...pages, totals: first?.totals ?? null };
}
