'use client';
import { Ellipsis, LockOpen, Undo2 } from 'lucide-react';
import { Button } from '#components/ui/button.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import { Menu } from '#components/ui/menu.tsx';
import { type ChangeKind, changeHints } from './move-words.ts';

/** What can be done with chosen accounts; every one opens its effect first. */
export function BulkActions({
  onPick,
  hasChanges,
}: {
  onPick: (kind: ChangeKind) => void;
  hasChanges: boolean;
}) {
  const shown: [ChangeKind, string][] = [
    ...(hasChanges ? ([['keep', 'Keep as published…']] satisfies [ChangeKind, string][]) : []),
    ['territory', 'Move to territory…'],
    ['holder', 'Give to rep…'],
    ['lock', 'Lock…'],
  ];
  return (
    <>
      {shown.map(([kind, label]) => (
        <Button key={kind} size="sm" variant="ghost" className="px-1.5" onClick={() => onPick(kind)}>
          {label}
        </Button>
      ))}
      <Menu
        label="More for the chosen accounts"
        trigger={
          <IconButton label="More for the chosen accounts" size="sm" tooltip={false}>
            <Ellipsis aria-hidden />
          </IconButton>
        }
        items={[
          {
            label: 'Unlock…',
            icon: <LockOpen aria-hidden />,
            hint: changeHints.unlock,
            onSelect: () => onPick('unlock'),
          },
          {
            label: 'Back to the rules…',
            icon: <Undo2 aria-hidden />,
            hint: changeHints.toRules,
            onSelect: () => onPick('toRules'),
          },
        ]}
      />
    </>
  );
}
