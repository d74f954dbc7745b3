import 'server-only';
import type { Scope } from '#lib/permissions/scope.ts';
import type { Book } from '#lib/territories/books.ts';
import { type Carve, territoryTotals } from '#lib/territories/carve.ts';
import { type CarveAccountFacts, questionOfPlan } from '#lib/territories/optimise/question-of-plan.ts';
import type { Holders, PlanAccount, Slot, Territory } from '#lib/territories/plan-model.ts';
import { territoryKey } from '#lib/territories/scenarios/content.ts';
import { countWithoutEligibleRep } from '#lib/territories/scenarios/no-eligible-rep.ts';
import { publishedCarve } from '#lib/territories/scenarios/published-carve.ts';
import type { Connection } from '../../client.ts';
import { carveAccountFacts, carveRepFacts } from '../plans/carve-facts.ts';
import { planAccounts } from '../plans/kept-accounts.ts';
import { draftOf, type PlanQuestion, withinScope } from '../plans/plan-picture.ts';
import { isScenario, territoryRows } from '../plans/plan-rows.ts';
import { planOfVersion, publishedPlan } from '../plans/published-plan.ts';

/** One side of a comparison: what is in force, or a plan or scenario as it is carved now. */
export type SideQuestion = 'published' | PlanQuestion;

type Compared = { sides: SideQuestion[]; slot: Slot; scope: Scope; today: number };

export type SideFacts = {
  accounts: number;
  territories: number;
  before: Book[];
  after: Book[];
  moves: number;
  movedAmount: number;
  movedPipelineAmount: number;
  potentialAmount: number;
  pipelineAmount: number;
  unassigned: number;
  unassignedAmount: number;
  withoutHolder: number;
  noEligibleRep: number;
};

/** Every side in figures, and how many accounts are not alike everywhere. Hundreds of ms: runs in the reads worker. */
export function comparePlans(
  connection: Connection,
  { sides, slot, scope, today }: Compared,
): { sides: SideFacts[]; differences: number } {
  const loaded = sides.map((side) => loadSide(connection, side));
  const ids = planAccounts(connection).map((account) => account.id);
  const facts = { accounts: carveAccountFacts(connection, ids), reps: carveRepFacts(connection, today) };
  return {
    sides: loaded.map((side) => factsOf(side, { slot, scope, facts })),
    differences: comparedRows(connection, loaded, slot, scope).filter((row) => row.differs).length,
  };
}

export type ComparedRow = {
  accountId: number;
  potentialAmount: number | null;
  workloadTouches: number;
  differs: boolean;
  /** Row ids: of the territory in that plan, and of who holds the slot. */
  sides: { territoryId: number | null; repId: number | null }[];
};

/** Where each account lies, and who holds it, on every side: those that differ, or all; most potential first. */
export function compareAccounts(
  connection: Connection,
  {
    sides,
    slot,
    scope,
    ...ask
  }: Compared & { onlyDifferences: boolean; accountIds: number[] | null; offset: number; limit: number },
): { rows: ComparedRow[]; total: number } {
  const loaded = sides.map((side) => loadSide(connection, side));
  const wanted = ask.accountIds && new Set(ask.accountIds);
  const rows = comparedRows(connection, loaded, slot, scope).filter(
    (row) => (row.differs || !ask.onlyDifferences) && (!wanted || wanted.has(row.accountId)),
  );
  rows.sort((a, b) => (b.potentialAmount ?? -1) - (a.potentialAmount ?? -1) || a.accountId - b.accountId);
  return { rows: rows.slice(ask.offset, ask.offset + ask.limit), total: rows.length };
}

type Side = {
  carved: Carve;
  territories: readonly Territory[];
  /** What a territory is called across plans, by its row id. */
  keyOf: (territoryId: number) => number;
};

function loadSide(connection: Connection, side: SideQuestion): Side {
  if (side === 'published') {
    const version = publishedPlan(connection);
    return {
      carved: publishedCarve(planAccounts(connection)),
      territories: version ? planOfVersion(connection, version, {}).territories : [],
      keyOf: (id) => id,
    };
  }
  const isOne = isScenario(connection, side.planId);
  const keys = new Map(
    territoryRows(connection, side.planId).map((row) => [row.id, territoryKey(row, isOne)]),
  );
  const { plan, carved } = draftOf(connection, side);
  return { carved, territories: plan.territories, keyOf: (id) => keys.get(id) ?? id };
}

function factsOf(
  { carved, territories }: Side,
  {
    slot,
    scope,
    facts,
  }: {
    slot: Slot;
    scope: Scope;
    facts: {
      accounts: ReadonlyMap<number, CarveAccountFacts>;
      reps: ReturnType<typeof carveRepFacts>;
    };
  },
): SideFacts {
  const seen = withinScope(carved, scope);
  const question = questionOfPlan(
    seen,
    territories,
    { accounts: () => facts.accounts, reps: facts.reps },
    {
      slot,
      within: 'slot',
      includeUnassigned: true,
      respectRegions: true,
      respectTiers: true,
      newRepIds: [],
      keepIds: [],
      repIds: scope.all ? null : scope.repIds,
    },
  );
  const amounts = new Map(seen.accounts.map((account) => [account.id, account.potentialAmount ?? 0]));
  const pipelineOf = (id: number) => facts.accounts.get(id)?.pipelineAmount ?? 0;
  const unassigned = territoryTotals(seen).find((total) => total.territoryId === null);
  return {
    accounts: seen.accounts.length,
    territories: territories.length,
    before: seen.before,
    after: seen.after,
    moves: seen.moves.length,
    movedAmount: sum(seen.moves, ({ accountId }) => amounts.get(accountId) ?? 0),
    movedPipelineAmount: sum(seen.moves, ({ accountId }) => pipelineOf(accountId)),
    potentialAmount: sum(seen.accounts, ({ potentialAmount }) => potentialAmount ?? 0),
    pipelineAmount: sum(seen.accounts, ({ id }) => pipelineOf(id)),
    unassigned: unassigned?.accounts ?? 0,
    unassignedAmount: unassigned?.potentialAmount ?? 0,
    withoutHolder: seen.accounts.filter(({ id }) => {
      const drafted = seen.assigned.get(id);
      return (drafted?.place.territoryId ?? null) !== null && drafted?.holders[slot] === undefined;
    }).length,
    noEligibleRep: countWithoutEligibleRep(question.accounts, question.reps),
  };
}

function comparedRows(
  connection: Connection,
  sides: readonly Side[],
  slot: Slot,
  scope: Scope,
): ComparedRow[] {
  const repIds = scope.all ? null : new Set(scope.repIds);
  const isHeld = (holders: Holders | undefined) =>
    Object.values(holders ?? {}).some((repId) => repIds?.has(repId));
  const isSeen = (account: PlanAccount) =>
    repIds === null ||
    isHeld(account.holders) ||
    sides.some(({ carved }) => isHeld(carved.assigned.get(account.id)?.holders));
  return planAccounts(connection)
    .filter(isSeen)
    .map(({ id, potentialAmount, workloadTouches }) => {
      const places = sides.map(({ carved }) => {
        const drafted = carved.assigned.get(id);
        return {
          territoryId: drafted?.place.territoryId ?? null,
          repId: drafted?.holders[slot] ?? null,
        };
      });
      const texts = places.map(({ territoryId, repId }, index) => {
        const key = territoryId === null ? null : sides[index]?.keyOf(territoryId);
        return `${key}:${repId}`;
      });
      return {
        accountId: id,
        potentialAmount,
        workloadTouches,
        differs: texts.some((text) => text !== texts[0]),
        sides: places,
      };
    });
}

function sum<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}
