/** Independent parts of a plan: reps and classes that can trade accounts, found by union–find. */
export function partsOf(
  repCount: number,
  classes: readonly { reps: readonly number[] }[],
): { partOfRep: Int32Array; count: number } {
  const parent = Int32Array.from({ length: repCount }, (_, rep) => rep);
  const rootOf = (rep: number): number => {
    let root = rep;
    while (parent[root] !== root) {
      parent[root] = parent[parent[root]!]!;
      root = parent[root]!;
    }
    return root;
  };
  for (const { reps } of classes) {
    for (const rep of reps) {
      const one = rootOf(reps[0]!);
      const two = rootOf(rep);
      if (one !== two) parent[Math.max(one, two)] = Math.min(one, two);
    }
  }
  const numbers = new Map<number, number>();
  const partOfRep = Int32Array.from({ length: repCount }, (_, rep) => {
    const root = rootOf(rep);
    const known = numbers.get(root) ?? numbers.size;
    numbers.set(root, known);
    return known;
  });
  return { partOfRep, count: numbers.size };
}
