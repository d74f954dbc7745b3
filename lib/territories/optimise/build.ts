import { partsOf } from './components.ts';
import { type Eligibility, eligibilityOf } from './eligibility.ts';
import { type Families, type Family, familiesOf, type Holding, holdingOf } from './families.ts';
import type { CarveInput } from './input.ts';
import { pairCosts } from './pair-costs.ts';
import { measureCount, type Problem } from './problem.ts';
import { scopedFamilies } from './scope.ts';
import { loadsOf, targetsOf } from './targets.ts';
import { sphereOf } from './travel.ts';

/** An independent part of the plan with the problem of its free families. */
export type Component = {
  /** Indexes into the plan's reps and families, by rep and unit of the problem. */
  reps: number[];
  families: number[];
  problem: Problem;
};

export type Built = {
  input: CarveInput;
  holding: Holding;
  families: Family[];
  torn: Families['torn'];
  /** Reps that may hold a family, by hard rules alone; and those it may go to in this scope. */
  repsOf: (family: number) => readonly number[];
  openTo: (family: number) => readonly number[];
  eligibility: Eligibility;
  classOfFamily: Int32Array;
  partOfRep: Int32Array;
  /** By measure × rep (stride = all reps). */
  targets: Float64Array;
  caps: Float64Array;
  fixed: Float64Array;
  /** Caps that what is fixed already passes: measure, rep, by how much. */
  brokenCaps: { measure: number; rep: number; cap: number; held: number }[];
  /** By account: bit 1 = its holder may keep it, bit 2 = the rep of the plan on screen may. */
  mayKeep: Uint8Array;
  /** By family: money of leaving it to nobody, 0 where it is fixed. */
  nobodyCosts: Float64Array;
  sphere: { accounts: Float64Array; reps: Float64Array };
  components: Component[];
};

/** Room for rounding in sums of touches; counts are whole. */
const capTolerance = 1e-6;

/** Families, scope, targets, caps and the independent problems of a question that `checkInput` passed. */
export function buildPlan(input: CarveInput): Built {
  const { accounts, reps } = input;
  const holding = holdingOf(input);
  const grouped = familiesOf(accounts, holding);
  const eligibility = eligibilityOf(input, grouped.families);
  const { families, origin, only } = scopedFamilies(input, grouped.families, holding, eligibility);
  const { partOfRep, count } = partsOf(reps.length, eligibility.classes);
  const repsOf = (family: number) => eligibility.repsOf(origin[family]!);
  const fixed = new Float64Array(measureCount * reps.length);
  for (const family of families) {
    if (!family.fixedBy || family.fixedRep < 0) continue;
    loadsOf(family).forEach((load, measure) => {
      fixed[measure * reps.length + family.fixedRep]! += load;
    });
  }
  const built: Built = {
    input,
    holding,
    families,
    torn: grouped.torn,
    repsOf,
    openTo: (family) => only[family] ?? repsOf(family),
    eligibility,
    classOfFamily: Int32Array.from(origin, (index) => eligibility.classOf[index]!),
    partOfRep,
    targets: targetsOf(input, families, origin, eligibility, partOfRep),
    caps: capsOf(input),
    fixed,
    brokenCaps: [],
    mayKeep: new Uint8Array(accounts.length),
    nobodyCosts: new Float64Array(families.length),
    sphere: {
      accounts: sphereOf(accounts.map((account) => account.place)),
      reps: sphereOf(reps.map((rep) => rep.home)),
    },
    components: [],
  };
  for (let at = 0; at < fixed.length; at++) {
    if (fixed[at]! <= built.caps[at]! + capTolerance) continue;
    const measure = Math.floor(at / reps.length);
    built.brokenCaps.push({ measure, rep: at % reps.length, cap: built.caps[at]!, held: fixed[at]! });
    built.caps[at] = fixed[at]!;
  }
  built.components = componentsOf(built, count);
  return built;
}

function capsOf({ reps }: CarveInput): Float64Array {
  const caps = new Float64Array(measureCount * reps.length).fill(Number.POSITIVE_INFINITY);
  reps.forEach((rep, index) => {
    if (rep.capTouches !== null) caps[reps.length + index] = rep.capTouches + capTolerance;
    if (rep.capAccounts !== null) caps[2 * reps.length + index] = rep.capAccounts;
  });
  return caps;
}

function componentsOf(built: Built, count: number): Component[] {
  const { families, partOfRep, holding, classOfFamily } = built;
  const reps: number[][] = Array.from({ length: count }, () => []);
  partOfRep.forEach((part, rep) => reps[part]!.push(rep));
  const free: number[][] = Array.from({ length: count }, () => []);
  families.forEach((family, index) => {
    if (family.fixedBy) return;
    const rep = built.openTo(index)[0];
    if (rep !== undefined) free[partOfRep[rep]!]!.push(index);
  });
  const nowOf = (index: number) => holding.now[families[index]!.head]!;
  return reps.map((partReps, part) => {
    // Neighbours in this order are alike, so that every n-th of them is a fair sample.
    const units = free[part]!.sort(
      (a, b) =>
        classOfFamily[a]! - classOfFamily[b]! ||
        nowOf(a) - nowOf(b) ||
        families[b]!.potentialAmount - families[a]!.potentialAmount ||
        families[a]!.familyId - families[b]!.familyId,
    );
    return { reps: partReps, families: units, problem: problemOf(built, partReps, units) };
  });
}

function problemOf(built: Built, partReps: readonly number[], units: readonly number[]): Problem {
  const { input, families } = built;
  const { rates } = input;
  const all = input.reps.length;
  const stride = partReps.length + 1;
  const local = new Map(partReps.map((rep, index) => [rep, index]));
  const loads = [0, 1, 2].map(() => new Float64Array(units.length)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const first = new Uint32Array(units.length + 1);
  const rateOf = [rates.balancePotentialRate, rates.balanceTouchAmount, rates.balanceCountAmount];
  const room = built.caps.map((cap, at) => cap - built.fixed[at]!);
  let pairCount = units.length;
  for (const unit of units) pairCount += built.openTo(unit).length;
  const pairRep = new Uint16Array(pairCount);
  const pairCost = new Float64Array(pairCount);
  let size = 0;
  units.forEach((index, unit) => {
    const family = families[index]!;
    const own = loadsOf(family);
    own.forEach((load, measure) => (loads[measure]![unit] = load));
    const [potential, workload, accounts] = own;
    const open = built
      .openTo(index)
      .filter(
        (rep) => potential <= room[rep]! && workload <= room[all + rep]! && accounts <= room[2 * all + rep]!,
      );
    for (const member of family.members) {
      built.mayKeep[member] =
        (open.includes(built.holding.now[member]!) ? 1 : 0) |
        (open.includes(built.holding.screen[member]!) ? 2 : 0);
    }
    const costs = pairCosts(built, family, open);
    let dearest = 0;
    open.forEach((rep, nth) => {
      pairRep[size] = local.get(rep)!;
      pairCost[size++] = costs[nth]!;
      dearest = Math.max(dearest, costs[nth]!);
    });
    pairRep[size] = partReps.length;
    // Dearer than anything that holding it can cost: left to nobody only when caps leave no other way.
    const nobody = own.reduce(
      (sum, load, measure) => sum + (rates.farFactor + 1) * rateOf[measure]! * load,
      dearest + 1000,
    );
    built.nobodyCosts[index] = nobody;
    pairCost[size++] = nobody;
    first[unit + 1] = size;
  });
  const byRep = (source: Float64Array, nobody: number) => {
    const made = new Float64Array(measureCount * stride).fill(nobody);
    partReps.forEach((rep, index) => {
      for (let measure = 0; measure < measureCount; measure++) {
        made[measure * stride + index] = source[measure * all + rep]!;
      }
    });
    return made;
  };
  const rate = new Float64Array(measureCount * stride);
  for (let measure = 0; measure < measureCount; measure++) {
    rate.fill(rateOf[measure]!, measure * stride, measure * stride + partReps.length);
  }
  return {
    units: units.length,
    reps: partReps.length,
    stride,
    first,
    pairRep: pairRep.slice(0, size),
    pairCost: pairCost.slice(0, size),
    loadsBy: 'unit',
    loads,
    target: byRep(built.targets, 0),
    cap: byRep(built.caps, Number.POSITIVE_INFINITY),
    fixed: byRep(built.fixed, 0),
    rate,
    bandRate: rates.bandRate,
    inBandSlope: rates.inBandSlope,
    farFactor: rates.farFactor,
    constant: 0,
  };
}
