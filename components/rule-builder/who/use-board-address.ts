'use client';
import { parseAsArrayOf, parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';

export const boardTabs = ['rows', 'contacts', 'changes', 'near'] as const;
export type BoardTab = (typeof boardTabs)[number];

const parsers = {
  sort: parseAsString,
  by: parseAsArrayOf(parseAsString),
  tab: parseAsStringLiteral(boardTabs).withDefault('rows'),
  /** Which near-misses, or which side of the changes. */
  show: parseAsString,
};

const firstSorts = { account: '-score', contact: 'name' };
const firstFields = {
  account: ['industry', 'state', 'employees'],
  contact: ['account.industry', 'seniority', 'jobFunction'],
};

/**
 * Sort, breakdowns and tab, kept in the address so that back, reload and a shared link restore them. An order by a
 * field that is gone is the first one.
 */
export function useBoardAddress(entity: 'account' | 'contact', isField: (key: string) => boolean) {
  const [{ sort, by, tab, show }, set] = useQueryStates(parsers, { history: 'replace' });
  const fields = by?.length === 3 ? by : firstFields[entity];
  return {
    sort: sort !== null && isField(sort.replace(/^-/, '')) ? sort : firstSorts[entity],
    fields,
    tab,
    show,
    setSort: (next: string | null) => void set({ sort: next }),
    setFields: (next: string[]) => void set({ by: next }),
    setTab: (next: BoardTab) => void set({ tab: next === 'rows' ? null : next, show: null }),
    setShow: (next: string) => void set({ tab: next.includes(':') ? 'near' : 'changes', show: next }),
  };
}
