/** One step of a precedence: its name and how it answers about a subject, null when it has nothing to say. */
export type Step<Name extends string, Value, Subject> = {
  step: Name;
  find: (subject: Subject) => Value | null | undefined;
};

type Match<Name extends string, Value> = { value: Value; step: Name; losing: { value: Value; step: Name }[] };

/**
 * The one precedence helper (tier of an account, place in a plan, routing): the first step that answers decides,
 * and the answer says which one it was. `losing` holds the later steps that would have answered too.
 */
export function firstMatch<Name extends string, Value, Subject>(
  steps: readonly Step<Name, Value, Subject>[],
  subject: Subject,
): Match<Name, Value> | null {
  let found: Match<Name, Value> | null = null;
  for (const { step, find } of steps) {
    const value = find(subject);
    if (value === null || value === undefined) continue;
    if (found) found.losing.push({ value, step });
    else found = { value, step, losing: [] };
  }
  return found;
}
