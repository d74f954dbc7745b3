'use client';
import { createContext, type ReactNode, useContext } from 'react';
import type { PackedCatalog } from '#lib/rules/packed-catalog.ts';
import type { ComboOption } from '#components/ui/combo-options.ts';
import type { PlanBook, PlanView } from '#lib/shared/plan-shapes.ts';
import type { PlanRights } from './plan-rights.ts';
import { roleText } from './words.ts';

/** A rep or pool that accounts can be given to. */
export type HolderOption = { id: string; name: string; kind: 'rep' | 'pool'; role: string | null };

export type PlannerFacts = {
  plan: PlanView;
  /** The scenarios of the plan that are not put away. */
  scenarios: { id: string; name: string }[];
  rights: PlanRights;
  holders: HolderOption[];
  currency: string;
  timeZone: string;
  fiscalYearStartMonth: number;
  /** Epoch ms. */
  now: number;
  /** What the rule editor knows. */
  catalog: PackedCatalog;
};

export type Planner = PlannerFacts & {
  /** True while newer numbers are on their way. */
  isStale: boolean;
  /** Reads the plan anew. */
  refresh: () => void;
};

const PlannerContext = createContext<Planner | null>(null);

export function PlannerProvider({ value, children }: { value: Planner; children: ReactNode }) {
  return <PlannerContext value={value}>{children}</PlannerContext>;
}

/** Whom to offer for a slot: people whose role it is, then pools, then everybody else. */
export function holderOptions(holders: readonly HolderOption[], slot: PlanBook['slot']): ComboOption[] {
  const rank = ({ kind, role }: HolderOption) => (role?.toLowerCase() === slot ? 0 : kind === 'pool' ? 1 : 2);
  return [...holders]
    .sort((a, b) => rank(a) - rank(b))
    .map(({ id, name, kind, role }) => ({
      value: id,
      label: name,
      hint: kind === 'pool' ? 'pool' : role === null ? '' : roleText(role),
    }));
}

/** The plan on screen, what its reader may do, and how to read it anew. */
export function usePlanner(): Planner {
  const planner = useContext(PlannerContext);
  if (!planner) throw new Error('usePlanner belongs inside a PlannerProvider.');
  return planner;
}
