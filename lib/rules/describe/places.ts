import type { Clause } from './clause.ts';
import type { Phrase } from './phrase.ts';
import { phrase } from './phrase.ts';

/** A place in a sentence; `single` is its one value without an article, null when it has several. */
export type PlaceWords = { level: (typeof levels)[number]; single: Phrase | null };

/** From the smallest to the largest, as English puts them. */
const levels = ['city', 'metro', 'state', 'country'] as const;

type PlaceClause = Extract<Clause, { lead: 'in' }> & { place: PlaceWords };

const isPlace = (clause: Clause): clause is PlaceClause => clause.lead === 'in' && clause.place !== undefined;

/**
 * Places that must all hold, as one: `in Florida, United States` where a comma cannot be taken for that of a list
 * (`commas`), else `in Florida in the United States`. Two conditions on one level stay apart.
 */
export function mergePlaces(clauses: readonly Clause[], commas: boolean): readonly Clause[] {
  const places = clauses.filter(isPlace);
  const byLevel = new Map(places.map((clause) => [clause.place.level, clause]));
  if (places.length < 2 || byLevel.size < places.length) return clauses;
  const ordered = levels.flatMap((level) => byLevel.get(level) ?? []);
  const body = ordered.reduce<Phrase>((made, { body: words, place }, at) => {
    if (at === 0) return words;
    const isPlain = commas && place.single !== null && ordered[at - 1]?.place.single !== null;
    return isPlain ? phrase(made, ', ', place.single ?? words) : phrase(made, ' in ', words);
  }, []);
  const [first] = places;
  return clauses.flatMap((clause) => {
    if (clause === first) return { lead: 'in' as const, body };
    return isPlace(clause) ? [] : clause;
  });
}
