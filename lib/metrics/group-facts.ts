/** One value of a grouping: a row id, a word, or null for "none". */
export type KeyValue = number | string | null;

export type FactGroup<Fact> = { key: KeyValue[]; facts: Fact[] };

/** The text under which a group is found again. */
export function keyText(key: readonly KeyValue[]): string {
  return JSON.stringify(key);
}

/**
 * Groups facts by several dimensions at once. A fact may have several values in a dimension (segments overlap), so
 * groups may sum to more than all facts; with no value in one dimension it is in no group.
 */
export function groupFacts<Fact>(
  facts: readonly Fact[],
  dimensions: readonly ((fact: Fact) => readonly KeyValue[])[],
): Map<string, FactGroup<Fact>> {
  const groups = new Map<string, FactGroup<Fact>>();
  for (const fact of facts) {
    for (const key of keysOf(fact, dimensions)) {
      const text = keyText(key);
      const group = groups.get(text);
      if (group) group.facts.push(fact);
      else groups.set(text, { key, facts: [fact] });
    }
  }
  return groups;
}

function keysOf<Fact>(
  fact: Fact,
  dimensions: readonly ((fact: Fact) => readonly KeyValue[])[],
): KeyValue[][] {
  return dimensions.reduce<KeyValue[][]>(
    (keys, valuesOf) => {
      const values = valuesOf(fact);
      return keys.flatMap((key) => values.map((value) => [...key, value]));
    },
    [[]],
  );
}
