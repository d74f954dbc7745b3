/** One step of a precedence: its name and how it answers, null when it has nothing to say. */
export type Step<Name extends string, Value> = { step: Name; find: () => Value | null | undefined };

/**
 * The one precedence helper (tier of an account, place in a plan, routing): the first step that answers decides,
 * and the answer says which one it was. `losing` holds the later steps that would have answered too.
 */
export function firstMatch<Name extends string, Value>(
  steps: Step<Name, Value>[],
): { value: Value; step: Name; losing: { value: Value; step: Name }[] } | null {
  const answers = steps.flatMap(({ step, find }) => {
    const value = find();
    return value === null || value === undefined ? [] : [{ value, step }];
  });
  const [first, ...losing] = answers;
  return first ? { ...first, losing } : null;
}
