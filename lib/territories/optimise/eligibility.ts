import type { CarveInput, CarveRep } from './input.ts';
import type { Family } from './families.ts';

/** Which reps may hold a family. Families with the same traits share a class, so that traits are compared once. */
export type Eligibility = {
  /** Class of each family, and the reps of each class by ascending index. */
  classOf: Int32Array;
  classes: { traits: Readonly<Record<string, string | null>>; reps: number[] }[];
  /** The reps of a family: its class without exclusions and refusals. */
  repsOf: (family: number) => readonly number[];
};

export function canTake(rep: CarveRep, traits: Readonly<Record<string, string | null>>): boolean {
  return Object.entries(rep.takes).every(([trait, values]) => {
    const value = traits[trait];
    return typeof value === 'string' && values.includes(value);
  });
}

export function eligibilityOf(input: CarveInput, families: readonly Family[]): Eligibility {
  const { accounts, reps } = input;
  const traitNames = [...new Set(reps.flatMap((rep) => Object.keys(rep.takes)))].sort();
  const keys = new Map<string, number>();
  const classes: Eligibility['classes'] = [];
  const classOf = Int32Array.from(families, ({ head }) => {
    const { traits } = accounts[head]!;
    const key = traitNames.map((name) => traits[name] ?? '\u0000').join('\u0001');
    const known = keys.get(key);
    if (known !== undefined) return known;
    const able = reps.flatMap((rep, index) =>
      rep.shareRate * rep.rampRate > 0 && canTake(rep, traits) ? [index] : [],
    );
    keys.set(key, classes.length);
    return classes.push({ traits, reps: able }) - 1;
  });
  const excluded = excludedReps(input, families);
  return {
    classOf,
    classes,
    repsOf(family) {
      const able = classes[classOf[family]!]!.reps;
      const out = excluded.get(family);
      return out ? able.filter((rep) => !out.has(rep)) : able;
    },
  };
}

/** Rep indexes that a family may not go to because of one of its accounts. */
function excludedReps({ accounts, reps, refusals }: CarveInput, families: readonly Family[]) {
  const out = new Map<number, Set<number>>();
  const pairs = [
    ...reps.flatMap((rep, index) => rep.excludedAccountIds.map((accountId) => ({ accountId, rep: index }))),
    ...refusals.map(({ accountId, repId }) => ({
      accountId,
      rep: reps.findIndex((rep) => rep.id === repId),
    })),
  ];
  if (pairs.length === 0) return out;
  const familyOf = new Map<number, number>();
  families.forEach(({ members }, family) => {
    for (const member of members) familyOf.set(accounts[member]!.id, family);
  });
  for (const { accountId, rep } of pairs) {
    const family = familyOf.get(accountId);
    if (family === undefined || rep < 0) continue;
    const known = out.get(family);
    if (known) known.add(rep);
    else out.set(family, new Set([rep]));
  }
  return out;
}
