import { personas } from '#lib/rules/fields/vocabulary.ts';
import { foldText } from '#lib/shared/text.ts';

export type PersonaCoverage = { persona: string; known: number; reachable: number };

/** Which personas of a buying committee are known and which of them can be reached; all five, in their order. */
export function coverageOf(people: readonly { persona: string | null; isReachable: boolean }[]): {
  personas: PersonaCoverage[];
  known: number;
  reachable: number;
} {
  const rows = personas.map((persona) => {
    const folded = foldText(persona);
    const found = people.filter((person) => person.persona !== null && foldText(person.persona) === folded);
    return { persona, known: found.length, reachable: found.filter((person) => person.isReachable).length };
  });
  return {
    personas: rows,
    known: rows.filter((row) => row.known > 0).length,
    reachable: rows.filter((row) => row.reachable > 0).length,
  };
}
