'use client';
import {
  ArrowDown,
  ArrowUp,
  CircleSlash2,
  Copy,
  Ellipsis,
  EyeOff,
  Group,
  Trash2,
  Ungroup,
} from 'lucide-react';
import { Button } from '#components/ui/button.tsx';
import { cn } from '#components/ui/cn.ts';
import { IconButton } from '#components/ui/icon-button.tsx';
import { Menu, type MenuItem } from '#components/ui/menu.tsx';
import type { DraftNode } from '#lib/rules/edit/tree.ts';
import type { RowEdits } from './use-row-edits.ts';

/** Mute, duplicate and the menu of a row; drawn when the row is pointed at, focused or open. */
export function RowActions({
  node,
  edits,
  className,
}: {
  node: DraftNode;
  edits: RowEdits;
  className?: string;
}) {
  if (node.muted) {
    return (
      <div className={cn('flex h-7 items-center gap-1', className)}>
        <Button variant="link" className="text-12" aria-label={`Unmute ${edits.name}`} onClick={edits.mute}>
          Unmute
        </Button>
        <More node={node} edits={edits} />
      </div>
    );
  }
  return (
    <div
      className={cn(
        'flex h-7 items-center opacity-0 transition-opacity has-[[data-state=open]]:opacity-100 max-sm:hidden',
        // Of the innermost row only: a row inside shows its own.
        '[li:focus-within:not(:has(li:focus-within))>div>div>&]:opacity-100 [li:hover:not(:has(li:hover))>div>div>&]:opacity-100',
        className,
      )}
    >
      <IconButton
        label={`Mute ${edits.name}`}
        keys={['M']}
        size="sm"
        className="size-[22px]"
        onClick={edits.mute}
      >
        <EyeOff aria-hidden />
      </IconButton>
      <IconButton
        label={`Duplicate ${edits.name}`}
        keys={['D']}
        size="sm"
        className="size-[22px]"
        onClick={edits.duplicate}
      >
        <Copy aria-hidden />
      </IconButton>
      <More node={node} edits={edits} />
    </div>
  );
}

function More({ node, edits }: { node: DraftNode; edits: RowEdits }) {
  const isGroup = node.kind === 'group';
  const items: MenuItem[] = [
    { label: 'Wrap in “any of these”', icon: <Group aria-hidden />, onSelect: () => edits.wrap('any') },
    { label: 'Wrap in “all of these”', icon: <Group aria-hidden />, onSelect: () => edits.wrap('all') },
    ...(isGroup
      ? [{ label: 'Dissolve the group', icon: <Ungroup aria-hidden />, onSelect: edits.unwrap }]
      : []),
    { label: 'Negate', icon: <CircleSlash2 aria-hidden />, onSelect: edits.negate },
    ...(node.muted ? [{ label: 'Duplicate', icon: <Copy aria-hidden />, onSelect: edits.duplicate }] : []),
    { kind: 'separator' },
    { label: 'Move up', icon: <ArrowUp aria-hidden />, keys: ['Alt', '↑'], onSelect: () => edits.move(-1) },
    {
      label: 'Move down',
      icon: <ArrowDown aria-hidden />,
      keys: ['Alt', '↓'],
      onSelect: () => edits.move(1),
    },
    { kind: 'separator' },
    { label: 'Remove', icon: <Trash2 aria-hidden />, keys: ['Del'], danger: true, onSelect: edits.remove },
  ];
  return (
    <Menu
      label={`Actions for ${edits.name}`}
      trigger={
        <IconButton label={`More for ${edits.name}`} tooltip={false} size="sm" className="size-[22px]">
          <Ellipsis aria-hidden />
        </IconButton>
      }
      items={items}
    />
  );
}
