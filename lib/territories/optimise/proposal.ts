import { type Gap, gapSentence, gapsOf, type PartGap } from './gap.ts';
import { type Measures, measuresOf } from './measures.ts';
import { type CarveMove, movesOf } from './reasons.ts';
import { type Shortage, shortagesOf } from './shortages.ts';
import type { Carved } from './solve-plan.ts';
import { giveTo, standingOf, type Standing } from './standing.ts';

export type CarveLoad = { potentialAmount: number; workloadTouches: number; accounts: number };
/** What a rep holds before and after, and should hold. */
export type CarveBook = { repId: number; before: CarveLoad; after: CarveLoad; target: CarveLoad };

/** What a person reviews: plain objects, ids of the caller. */
export type Proposal = {
  /** Account id → rep id, null = nobody. */
  assignment: { accountId: number; repId: number | null }[];
  before: Measures;
  after: Measures;
  books: CarveBook[];
  moves: CarveMove[];
  gap: Gap;
  parts: PartGap[];
  gapSentence: string;
  shortages: Shortage[];
  /** Accounts whose potential is not recorded: counted 0. */
  potentialUnknown: number;
  seed: number;
  effort: string;
  /** The same digest = the same plan. */
  digest: string;
  isStoppedEarly: boolean;
};

export function proposalOf(carved: Carved, currency: string): Proposal {
  const { built, assignment } = carved;
  const { accounts, reps, seed, effort } = built.input;
  const { total, parts } = gapsOf(carved);
  const before = standingOf(built, built.holding.now);
  const after = standingOf(built, assignment);
  return {
    assignment: accounts.map((account, index) => ({
      accountId: account.id,
      repId: reps[assignment[index]!]?.id ?? null,
    })),
    before: measuresOf(before),
    after: measuresOf(after),
    books: reps.map((rep, index) => ({
      repId: rep.id,
      before: loadAt(before.loads, reps.length, index),
      after: loadAt(after.loads, reps.length, index),
      target: loadAt(built.targets, reps.length, index),
    })),
    moves: movesOf(carved),
    gap: total,
    parts,
    gapSentence: gapSentence(carved, currency),
    shortages: shortagesOf(carved),
    potentialUnknown: accounts.filter((account) => account.potentialAmount === null).length,
    seed,
    effort,
    digest: carved.digest.toString(16).padStart(8, '0'),
    isStoppedEarly: carved.isStoppedEarly,
  };
}

function loadAt(loads: Float64Array, reps: number, rep: number): CarveLoad {
  return {
    potentialAmount: loads[rep]!,
    workloadTouches: loads[reps + rep]!,
    accounts: loads[2 * reps + rep]!,
  };
}

export type HandMove = {
  /** The whole family goes along. */
  accountIds: number[];
  before: Measures;
  after: Measures;
  /** Hard rules that the move breaks. */
  breaks: ('notEligible' | 'accountCap' | 'capacity' | 'locked')[];
};

/** Finds the family of an account by its id; made once for a plan on screen. */
export function familyFinder({ built }: Carved): (accountId: number) => number | undefined {
  const found = new Map<number, number>();
  built.families.forEach((family, index) => {
    for (const member of family.members) found.set(built.input.accounts[member]!.id, index);
  });
  return (accountId) => found.get(accountId);
}

/** What every measure would be if a family went to a rep (an index, -1 = nobody), and which rules that breaks. */
export function handMove(standing: Standing, family: number, rep: number, keepIt: boolean): HandMove {
  const { built, loads, assignment } = standing;
  const { members, fixedBy } = built.families[family]!;
  const all = built.input.reps.length;
  const old = members.map((member) => assignment[member]!);
  const before = measuresOf(standing);
  giveTo(standing, members, rep);
  const after = measuresOf(standing);
  const breaks: HandMove['breaks'] = [];
  if (fixedBy === 'lock') breaks.push('locked');
  if (rep >= 0 && !built.repsOf(family).includes(rep)) breaks.push('notEligible');
  if (rep >= 0 && loads[2 * all + rep]! > built.caps[2 * all + rep]!) breaks.push('accountCap');
  if (rep >= 0 && loads[all + rep]! > built.caps[all + rep]!) breaks.push('capacity');
  if (!keepIt) members.forEach((member, nth) => giveTo(standing, [member], old[nth]!));
  return { accountIds: members.map((member) => built.input.accounts[member]!.id), before, after, breaks };
}
