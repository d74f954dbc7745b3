import { canTake } from './eligibility.ts';
import type { Built } from './build.ts';
import { connect, emptyNetwork, largestFlow } from './max-flow.ts';
import { remediesOf, type Remedy } from './remedies.ts';
import type { Carved } from './solve-plan.ts';
import { loadsOf } from './targets.ts';

export type ShortageKind =
  | 'noEligibleRep'
  | 'familyOverCap'
  | 'locksOverCap'
  | 'tornFamily'
  | 'accountCap'
  | 'capacity'
  | 'doesNotFit';

/** What the rules leave no room for: how much is needed, how much there is, and what would help, best first. */
export type Shortage = {
  kind: ShortageKind;
  /** Accounts, or touches where capacity is short. */
  need: number;
  have: number;
  shortBy: number;
  accountIds: number[];
  repIds: number[];
  /** For accounts that nobody may take: the trait whose value no rep takes, if one alone explains it. */
  trait: { name: string; value: string | null } | null;
  remedies: Remedy[];
};

/** Everything that the question asks for and its hard rules do not allow. Never relaxed in silence. */
export function shortagesOf(carved: Carved): Shortage[] {
  const { built } = carved;
  const short = [...shortOf(carved, 2), ...shortOf(carved, 1)];
  return [
    ...withoutRep(built),
    ...overEveryCap(built),
    ...brokenByLocks(built),
    ...built.torn.map(({ accountIds }) => ({
      ...plain('tornFamily', accountIds, []),
      need: accountIds.length,
    })),
    ...short,
    ...leftOver(carved, short),
  ];
}

function plain(kind: ShortageKind, accountIds: number[], repIds: number[]): Shortage {
  return { kind, need: 0, have: 0, shortBy: 0, accountIds, repIds, trait: null, remedies: [] };
}

function idsOf({ input, families }: Built, list: readonly number[]): number[] {
  return list.flatMap((index) => families[index]!.members.map((member) => input.accounts[member]!.id));
}

function freeFamilies({ families }: Built): number[] {
  return families.flatMap((family, index) => (family.fixedBy ? [] : [index]));
}

/** By class: families that no rep may hold, or whose every rep is excluded or refused. */
function withoutRep(built: Built): Shortage[] {
  const groups = Map.groupBy(
    freeFamilies(built).filter((index) => built.openTo(index).length === 0),
    (index) => built.classOfFamily[index]!,
  );
  return [...groups].map(([classIndex, list]) => {
    const accountIds = idsOf(built, list);
    const { traits } = built.eligibility.classes[classIndex]!;
    const { reps } = built.input;
    const name = [...new Set(reps.flatMap((rep) => Object.keys(rep.takes)))]
      .sort()
      .find((trait) => !reps.some((rep) => canTake({ ...rep, takes: pick(rep.takes, trait) }, traits)));
    return {
      ...plain('noEligibleRep', accountIds, []),
      need: accountIds.length,
      shortBy: accountIds.length,
      trait: name === undefined ? null : { name, value: traits[name] ?? null },
    };
  });
}

function pick(takes: Readonly<Record<string, readonly string[]>>, trait: string) {
  const values = takes[trait];
  return values ? { [trait]: values } : {};
}

function fits(built: Built, index: number): boolean {
  const all = built.input.reps.length;
  const own = loadsOf(built.families[index]!);
  return built
    .openTo(index)
    .some((rep) => own.every((load, measure) => load <= capOf(built, measure * all + rep)));
}

/** A cap as asked for, not as raised by locks. */
function capOf({ caps, brokenCaps, input }: Built, at: number): number {
  const broken = brokenCaps.find((item) => item.measure * input.reps.length + item.rep === at);
  return broken ? broken.cap : caps[at]!;
}

function overEveryCap(built: Built): Shortage[] {
  const all = built.input.reps.length;
  return freeFamilies(built)
    .filter((index) => built.openTo(index).length > 0 && !fits(built, index))
    .map((index) => {
      const reps = built.openTo(index);
      const own = loadsOf(built.families[index]!);
      const measure = reps.every((rep) => own[2] > capOf(built, 2 * all + rep)) ? 2 : 1;
      const have = Math.max(...reps.map((rep) => capOf(built, measure * all + rep)));
      const need = own[measure]!;
      return {
        ...plain(
          'familyOverCap',
          idsOf(built, [index]),
          reps.map((rep) => built.input.reps[rep]!.id),
        ),
        need,
        have,
        shortBy: Math.max(0, need - have),
      };
    });
}

function brokenByLocks(built: Built): Shortage[] {
  const { input, families } = built;
  return built.brokenCaps.map(({ rep, cap, held }) => {
    const stuck = families.flatMap((family, index) => (family.fixedRep === rep ? [index] : []));
    return {
      ...plain('locksOverCap', idsOf(built, stuck), [input.reps[rep]!.id]),
      need: held,
      have: Math.round(cap),
      shortBy: held - Math.round(cap),
    };
  });
}

/**
 * The classes that together want more of a capped measure than all of their reps have: the smallest cut of classes →
 * reps (Hall). Families are taken as divisible, so what is short here is short for any plan.
 */
function shortOf(carved: Carved, measure: 1 | 2): Shortage[] {
  const { built } = carved;
  const { input, families, eligibility } = built;
  const all = input.reps.length;
  const needs = new Map<number, number>();
  const fitting = freeFamilies(built).filter((index) => built.openTo(index).length > 0 && fits(built, index));
  for (const index of fitting) {
    const key = built.classOfFamily[index]!;
    needs.set(key, (needs.get(key) ?? 0) + loadsOf(families[index]!)[measure]!);
  }
  const wanted = [...needs.values()].reduce((sum, need) => sum + need, 0);
  if (wanted === 0) return [];
  const classes = [...needs.keys()];
  const source = classes.length + all;
  const network = emptyNetwork(classes.length + all + 2);
  classes.forEach((key, node) => {
    connect(network, source, node, needs.get(key)!);
    for (const rep of eligibility.classes[key]!.reps)
      connect(network, node, classes.length + rep, Number.MAX_VALUE);
  });
  for (let rep = 0; rep < all; rep++) {
    const room = Math.min(built.caps[measure * all + rep]! - built.fixed[measure * all + rep]!, wanted);
    connect(network, classes.length + rep, source + 1, Math.max(0, room));
  }
  const { flow, reached } = largestFlow(network, source, source + 1);
  if (wanted - flow < 0.5) return [];
  const short = new Set(classes.filter((_, node) => reached[node]));
  const need = [...short].reduce((sum, key) => sum + needs.get(key)!, 0);
  const repIndexes = [...new Set([...short].flatMap((key) => eligibility.classes[key]!.reps))].sort(
    (a, b) => a - b,
  );
  const over = fitting.filter((index) => short.has(built.classOfFamily[index]!));
  const shortBy = measure === 2 ? Math.round(wanted - flow) : wanted - flow;
  return [
    {
      ...plain(
        measure === 2 ? 'accountCap' : 'capacity',
        idsOf(built, over),
        repIndexes.map((rep) => input.reps[rep]!.id),
      ),
      need,
      have: need - shortBy,
      shortBy,
      remedies: remediesOf(carved, measure, shortBy, repIndexes, over),
    },
  ];
}

/**
 * Left to nobody beyond what is short in sum anyway: families are not divisible, or refusals stand in the way.
 */
function leftOver(carved: Carved, short: readonly Shortage[]): Shortage[] {
  const { built, assignment } = carved;
  const known = short.map((shortage) => ({
    accountIds: new Set(shortage.accountIds),
    measure: shortage.kind === 'capacity' ? 1 : 2,
    open: shortage.shortBy,
  }));
  const left = freeFamilies(built).filter((index) => {
    const family = built.families[index]!;
    const isLeft = assignment[family.head]! < 0 && built.openTo(index).length > 0 && fits(built, index);
    if (!isLeft) return false;
    const why = known.find(
      ({ accountIds, open }) => open > 0 && accountIds.has(built.input.accounts[family.head]!.id),
    );
    if (why) why.open -= loadsOf(family)[why.measure]!;
    return !why;
  });
  const accountIds = idsOf(built, left);
  return left.length === 0
    ? []
    : [{ ...plain('doesNotFit', accountIds, []), need: accountIds.length, shortBy: accountIds.length }];
}
