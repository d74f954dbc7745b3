'use client';
import { Lock, LockOpen, MapPinned, Pin, Undo2, UserRound } from 'lucide-react';
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
          <Pin aria-hidden />
          Keep as published…
        </Button>
      )}
      <Button size="sm" variant="ghost" onClick={() => onPick('territory')}>
        <MapPinned aria-hidden />
        Move to territory…
      </Button>
      <Button size="sm" variant="ghost" onClick={() => onPick('holder')}>
        <UserRound aria-hidden />
        Give to…
      </Button>
      <Button size="sm" variant="ghost" onClick={() => onPick('lock')}>
        <Lock aria-hidden />
        Lock…
      </Button>
      <Button size="sm" variant="ghost" onClick={() => onPick('unlock')}>
        <LockOpen aria-hidden />
        Unlock…
      </Button>
      <Button size="sm" variant="ghost" onClick={() => onPick('toRules')}>
        <Undo2 aria-hidden />
        Back to the rules…
      </Button>
    </>
  );
}
