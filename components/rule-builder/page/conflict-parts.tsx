import { RuleChanges } from '#components/segments/rule-changes.tsx';
import { RuleWords } from '#components/segments/words.tsx';
import { type DescribeContext, describeTokens } from '#lib/rules/describe.ts';
import type { Draft } from '#lib/rules/draft.ts';
import { draftChanges } from '#lib/rules/merge/draft-changes.ts';
import { toDefinition } from '#lib/rules/to-definition.ts';

/** What one of two people changed since the draft that both began with. */
export function ChangesOf({
  title,
  base,
  draft,
  words,
}: {
  title: string;
  base: Draft;
  draft: Draft;
  words: DescribeContext;
}) {
  const changes = draftChanges(base, draft, words);
  return (
    <section aria-label={title} className="min-w-0 rounded-2 border border-line p-3">
      <h3 className="mb-1 text-13">{title}</h3>
      {changes.length > 0 ? (
        <RuleChanges changes={changes.map(({ kind, text }) => ({ kind, words: text }))} />
      ) : (
        <p className="text-ink-2">Nothing in what it asks.</p>
      )}
    </section>
  );
}

/** A whole draft as one sentence. */
export function WholeRule({ title, draft, words }: { title: string; draft: Draft; words: DescribeContext }) {
  return (
    <section aria-label={title} className="min-w-0 rounded-2 border border-line p-3">
      <h3 className="text-13">{title}</h3>
      <p className="mt-1 text-ink-2">
        <RuleWords words={describeTokens(toDefinition(draft, words.catalog).definition, words)} />.
      </p>
    </section>
  );
}
