'use client';
import { useMemo, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { buttonClass } from '#components/ui/button-class.ts';
import { Dialog } from '#components/ui/dialog.tsx';
import type { DescribeContext } from '#lib/rules/describe.ts';
import type { Draft } from '#lib/rules/draft.ts';
import { mergeDrafts, type Side } from '#lib/rules/merge/merge-drafts.ts';
import { ConflictClashes } from './conflict-clashes.tsx';
import { ChangesOf, WholeRule } from './conflict-parts.tsx';

/**
 * Somebody saved a newer draft: what each changed is shown in words, and both changes merged. Nothing is overwritten
 * before one way is chosen, and undo leads back to the drafts that were not.
 */
export function ConflictDialog({
  segmentId,
  problem,
  drafts: { base, mine, theirs },
  words,
  isOpen,
  onOpenChange,
  onSettle,
}: {
  segmentId: string;
  /** Who saved, as the refusal says it. */
  problem: string;
  /** `base` is what both began with. */
  drafts: { base: Draft; mine: Draft; theirs: Draft };
  words: DescribeContext;
  /** Closed it waits: nothing is saved until one is chosen. */
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  /** The draft to go on with. */
  onSettle: (draft: Draft) => void;
}) {
  const [choices, setChoices] = useState<ReadonlyMap<string, Side>>(new Map());
  const [showsWhole, setShowsWhole] = useState(false);
  const { draft: merged, clashes } = useMemo(
    () => mergeDrafts(base, mine, theirs, (id) => choices.get(id) ?? 'mine'),
    [base, mine, theirs, choices],
  );
  return (
    <Dialog
      open={isOpen}
      onOpenChange={onOpenChange}
      width={760}
      title="Someone else saved this draft"
      description={`${problem} Merge both changes, or choose one of them; undo brings the others back.`}
      footer={
        <>
          <Button variant="ghost" aria-expanded={showsWhole} onClick={() => setShowsWhole(!showsWhole)}>
            {showsWhole ? 'Hide the whole rules' : 'Whole rules side by side'}
          </Button>
          <a
            href={`/segments/${segmentId}`}
            target="_blank"
            rel="noopener"
            className={`mr-auto ${buttonClass({ variant: 'ghost' })}`}
          >
            Open theirs in a new tab
          </a>
          <Button onClick={() => onSettle(theirs)}>Go on with theirs</Button>
          <Button onClick={() => onSettle(mine)}>Keep mine</Button>
          <Button variant="primary" onClick={() => onSettle(merged)}>
            Merge both
          </Button>
        </>
      }
    >
      <div className="grid gap-3">
        <div className="grid grid-cols-2 gap-3 max-sm:grid-cols-1">
          <ChangesOf title="You changed" base={base} draft={mine} words={words} />
          <ChangesOf title="They changed" base={base} draft={theirs} words={words} />
        </div>
        {clashes.length > 0 && (
          <ConflictClashes
            clashes={clashes}
            sideOf={(id) => choices.get(id) ?? 'mine'}
            onChoose={(id, side) => setChoices(new Map([...choices, [id, side]]))}
            entity={mine.entity}
            words={words}
          />
        )}
        <WholeRule title="Merged" draft={merged} words={words} />
        {showsWhole && (
          <div className="grid grid-cols-3 gap-3 max-sm:grid-cols-1">
            <WholeRule title="Before both" draft={base} words={words} />
            <WholeRule title="Yours" draft={mine} words={words} />
            <WholeRule title="Theirs" draft={theirs} words={words} />
          </div>
        )}
      </div>
    </Dialog>
  );
}
