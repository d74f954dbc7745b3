import type { ExplainedRule, Explanation } from '#lib/shared/segment-activity-shapes.ts';

function findRule(rule: ExplainedRule, id: string): ExplainedRule | null {
  if (rule.id === id) return rule;
  for (const child of rule.children) {
    const found = findRule(child, id);
    if (found) return found;
  }
  return null;
}

/** The fewest conditions that would have to turn, each with what the record has now. */
export function WayIn({ explanation }: { explanation: Explanation }) {
  const { wayIn, tree, isMember } = explanation;
  if (isMember || wayIn.length === 0) return null;
  const turns = wayIn.flatMap(({ id, holds }) => {
    const rule = findRule(tree, id);
    return rule ? [{ rule, holds }] : [];
  });
  return (
    <section className="rounded-2 border border-line bg-sunken px-3 py-2" aria-label="What would bring it in">
      <h3 className="text-12 font-medium">
        {turns.length === 1
          ? 'One thing would bring it in'
          : `${turns.length} things together would bring it in`}
      </h3>
      <ul className="mt-1 flex list-disc flex-col gap-1 pl-4">
        {turns.map(({ rule, holds }) => (
          <li key={rule.id}>
            {holds ? rule.label : `Not: ${rule.label}`}
            <span className="block text-12 text-ink-3">
              {rule.known ? `now ${rule.actual ?? 'otherwise'}` : 'not known now: it may be so already'}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
