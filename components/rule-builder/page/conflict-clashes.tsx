'use client';
import { RuleWords } from '#components/segments/words.tsx';
import { Segmented } from '#components/ui/segmented.tsx';
import type { DescribeContext } from '#lib/rules/describe.ts';
import type { Draft, DraftRule } from '#lib/rules/draft.ts';
import { nodeTokens } from '#lib/rules/merge/draft-changes.ts';
import { type Clash, type Side, WHOLE_DRAFT } from '#lib/rules/merge/merge-drafts.ts';

const sides = [
  { value: 'mine' as const, label: 'Yours' },
  { value: 'theirs' as const, label: 'Theirs' },
];

/** What both changed in different ways, with a choice for each. */
export function ConflictClashes({
  clashes,
  sideOf,
  onChoose,
  entity,
  words,
}: {
  clashes: Clash[];
  sideOf: (id: string) => Side;
  onChoose: (id: string, side: Side) => void;
  entity: Draft['entity'];
  words: DescribeContext;
}) {
  const say = (node: DraftRule | null) =>
    node ? <RuleWords words={nodeTokens(node, entity, words)} /> : 'Removed';
  return (
    <section className="rounded-2 border border-line p-3">
      <h3 className="text-13">Both of you changed the same</h3>
      <ul className="mt-1 grid gap-3">
        {clashes.map(({ id, mine, theirs }, at) => (
          <li key={id} className="flex items-start gap-3">
            <dl className="grid min-w-0 flex-1 grid-cols-[auto_minmax(0,1fr)] gap-x-2 text-ink-2">
              <dt>Yours:</dt>
              <dd>{id === WHOLE_DRAFT ? 'A rule begun anew' : say(mine)}</dd>
              <dt>Theirs:</dt>
              <dd>{id === WHOLE_DRAFT ? 'Their whole rule' : say(theirs)}</dd>
            </dl>
            <Segmented
              label={`Take for the change ${at + 1} of ${clashes.length}`}
              value={sideOf(id)}
              onValueChange={(side) => onChoose(id, side)}
              options={sides}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
