import type { ReactNode } from 'react';
import { vi } from 'vitest';
import type { PlanView } from '#lib/shared/plan-shapes.ts';
import { type PlannerFacts, PlannerProvider } from './planner-context.tsx';

const territory = (id: string, name: string): PlanView['territories'][number] => ({
  id,
  name,
  kind: 'geography',
  color: 1,
  position: 1,
  summary: name,
  parentId: null,
  places: [],
  issue: null,
  holders: [],
  accounts: 5,
  potentialAmount: 0,
  workloadTouches: 0,
  bySteps: {},
  heldBy: [],
  withoutHolder: 0,
});

/** A published plan of two territories, West and East, without books. */
export const plan: PlanView = {
  id: 'pla_1',
  name: 'FY27',
  status: 'published',
  version: 3,
  publishedAt: null,
  startsOn: null,
  endsOn: null,
  scenario: null,
  publishedNumber: 1,
  accounts: 10,
  territories: [territory('ter_1', 'West'), territory('ter_2', 'East')],
  unassigned: { ...territory('', 'Unassigned'), id: null, kind: null, color: null },
  books: [],
  toleranceRate: 0.1,
  locks: 0,
  moves: 0,
  movedAmount: 0,
  placesNewAccounts: false,
  unassignedReasons: { kept: 0, noPlace: 0, notCovered: 0 },
};

/** The planner of somebody who may do everything, around a part of it. */
export function PlannerAround({
  plan,
  holders = [],
  children,
}: Pick<PlannerFacts, 'plan'> & Partial<Pick<PlannerFacts, 'holders'>> & { children: ReactNode }) {
  return (
    <PlannerProvider
      value={{
        plan,
        holders,
        scenarios: [],
        rights: { noMove: null, noRestructure: null, noPublish: null, noReps: null, isScoped: false },
        currency: 'USD',
        timeZone: 'UTC',
        fiscalYearStartMonth: 1,
        now: 0,
        catalog: { customFields: [], references: {}, segments: [] },
        isStale: false,
        refresh: vi.fn(),
      }}
    >
      {children}
    </PlannerProvider>
  );
}
