'use client';
import { parseAsBoolean, parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';

export const planTabs = ['balance', 'accounts', 'pipeline', 'map', 'checks'] as const;
export const planSlots = ['ae', 'sdr', 'csm', 'overlay'] as const;
const sorts = ['potential', '-potential', 'touches', '-touches'] as const;

const parsers = {
  tab: parseAsStringLiteral(planTabs).withDefault('balance'),
  slot: parseAsStringLiteral(planSlots).withDefault('ae'),
  /** A territory's id, or `unassigned`. */
  territory: parseAsString,
  rep: parseAsString,
  q: parseAsString.withDefault(''),
  changes: parseAsBoolean.withDefault(false),
  locked: parseAsBoolean.withDefault(false),
  /** How the territories stand at the left; by level where any lies under another, when not said. */
  order: parseAsStringLiteral(['steps', 'levels']),
  sort: parseAsStringLiteral(sorts).withDefault('-potential'),
};

/** What is selected and filtered, kept in the address: back, reload and a shared link restore it. */
export function usePlanAddress() {
  const [address, setAddress] = useQueryStates(parsers, { history: 'push' });
  return { address, setAddress };
}

export type PlanAddress = ReturnType<typeof usePlanAddress>['address'];
