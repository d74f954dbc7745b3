'use client';
import { Button } from '#components/ui/button.tsx';
import type { ChangeKind } from './move-words.ts';

/** What can be done with chosen accounts; every one opens its effect first. */
export function BulkActions({
  onPick,
  hasChanges,
}: {
  onPick: (kind: ChangeKind) => void;
  hasChanges: boolean;
}) {
  return (
    <>
      {hasChanges && (
        <Button size="sm" variant="ghost" onClick={() => onPick('keep')}>
          Keep as published…
        </Button>
      )}
      <Button size="sm" variant="ghost" onClick={() => onPick('territory')}>
        Move to territory…
      </Button>
      <Button size="sm" variant="ghost" onClick={() => onPick('holder')}>
        Give to rep…
      </Button>
      <Button size="sm" variant="ghost" onClick={() => onPick('lock')}>
        Lock…
      </Button>
      <Button size="sm" variant="ghost" onClick={() => onPick('unlock')}>
        Unlock…
      </Button>
      <Button size="sm" variant="ghost" onClick={() => onPick('toRules')}>
        Back to the rules…
      </Button>
    </>
  );
}
