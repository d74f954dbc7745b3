'use client';
import { RuleWords } from '#components/segments/words.tsx';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import type { Catalog } from '#lib/rules/catalog.ts';
import { describeTokens } from '#lib/rules/describe.ts';
import type { DescribeContext } from '#lib/rules/describe.ts';
import type { Draft } from '#lib/rules/draft.ts';
import { toDefinition } from '#lib/rules/to-definition.ts';

function Version({
  title,
  draft,
  words,
  catalog,
}: {
  title: string;
  draft: Draft;
  words: DescribeContext;
  catalog: Catalog;
}) {
  return (
    <section className="min-w-0 rounded-2 border border-line p-3">
      <h3 className="text-13">{title}</h3>
      <p className="mt-1 text-ink-2">
        <RuleWords words={describeTokens(toDefinition(draft, catalog).definition, words)} />.
      </p>
    </section>
  );
}

/** Somebody saved a newer draft: both are shown, nothing is overwritten before one is chosen, and undo brings the other back. */
export function ConflictDialog({
  mine,
  theirs,
  words,
  isOpen,
  onOpenChange,
  onSettle,
}: {
  mine: Draft;
  theirs: Draft;
  words: DescribeContext;
  /** Closed it waits: nothing is saved until one is chosen. */
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  onSettle: (keep: 'mine' | 'theirs') => void;
}) {
  const { catalog } = words;
  return (
    <Dialog
      open={isOpen}
      onOpenChange={onOpenChange}
      width={640}
      title="Someone else saved this draft"
      description="Nothing was overwritten. Choose which one to go on with; undo brings the other one back."
      footer={
        <>
          <Button onClick={() => onSettle('theirs')}>Go on with theirs</Button>
          <Button variant="primary" onClick={() => onSettle('mine')}>
            Keep mine
          </Button>
        </>
      }
    >
      <div className="grid grid-cols-2 gap-3 max-sm:grid-cols-1">
        <Version title="Yours" draft={mine} words={words} catalog={catalog} />
        <Version title="Theirs" draft={theirs} words={words} catalog={catalog} />
      </div>
    </Dialog>
  );
}
