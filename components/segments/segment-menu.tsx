'use client';
import {
  Archive,
  ArchiveRestore,
  Copy,
  Download,
  GitCompare,
  Link2,
  ListChecks,
  MoreHorizontal,
  Pencil,
  Pin,
  Split,
  Tag,
  Trash2,
  UserCheck,
  Users,
} from 'lucide-react';
import type { Route } from 'next';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { IconButton } from '#components/ui/icon-button.tsx';
import { type FileChoice, fileItems } from '#components/table/file-menu.tsx';
import { Menu, type MenuItem } from '#components/ui/menu.tsx';
import type { SegmentListItem } from '#lib/shared/segment-shapes.ts';
import type { SegmentRights } from './segment-rights.ts';
import { duplicate, markReviewed, moveToTrash, restore, retire, takeFromTrash } from './segment-actions.ts';

const UsesDialog = dynamic(() => import('./uses-dialog.tsx').then((module) => module.UsesDialog), {
  ssr: false,
});
const SnapshotDialog = dynamic(
  () => import('./snapshot-dialog.tsx').then((module) => module.SnapshotDialog),
  { ssr: false },
);

type Item = Pick<
  SegmentListItem,
  'id' | 'name' | 'status' | 'entity' | 'kind' | 'archivedAt' | 'isReviewDue'
>;

/** What can be done with a segment, by its state and the person's rights. */
export function SegmentMenu({ segment, rights }: { segment: Item; rights: SegmentRights }) {
  const router = useRouter();
  const [asks, setAsks] = useState<'uses' | 'snapshot' | null>(null);
  const refresh = () => router.refresh();
  const page = `/segments/${segment.id}`;
  const isDraft = segment.status === 'draft';
  const unpublished = isDraft ? 'It has no members before it is published.' : undefined;
  if (segment.archivedAt !== null) {
    return (
      <Menu
        trigger={trigger(segment.name)}
        items={[
          {
            label: 'Take out of the Trash',
            icon: <ArchiveRestore aria-hidden />,
            ...(rights.edit
              ? { onSelect: () => void takeFromTrash(segment, refresh) }
              : { reason: rights.noEdit }),
          },
        ]}
      />
    );
  }
  const items: MenuItem[] = [
    ...(segment.kind === 'list'
      ? []
      : [{ label: 'Open the rule', icon: <Pencil aria-hidden />, href: page }]),
    { label: 'Members', icon: <Users aria-hidden />, href: `${page}/members` },
    {
      label: segment.kind === 'list' ? 'On the list' : 'Pinned',
      icon: <Pin aria-hidden />,
      href: `${page}/pins`,
    },
    { label: 'Versions', icon: <GitCompare aria-hidden />, href: `${page}/versions` },
    { label: 'Rename and details', icon: <Tag aria-hidden />, href: `${page}/details` },
    { label: 'Where it is used', icon: <Link2 aria-hidden />, onSelect: () => setAsks('uses') },
    { kind: 'separator' },
    {
      label: 'Duplicate',
      icon: <Copy aria-hidden />,
      ...(rights.edit
        ? { onSelect: () => void duplicate(segment, (id) => router.push(`/segments/${id}` as Route)) }
        : { reason: rights.noEdit }),
    },
    {
      label: 'Keep the members as a list',
      icon: <ListChecks aria-hidden />,
      ...(rights.publish && !isDraft
        ? { onSelect: () => setAsks('snapshot') }
        : { reason: rights.publish ? unpublished : rights.noPublish }),
    },
    {
      label: 'Split by a field',
      icon: <Split aria-hidden />,
      ...(rights.edit && !isDraft
        ? { href: `${page}/split` }
        : { reason: rights.edit ? 'Publish it first.' : rights.noEdit }),
    },
    ...(segment.isReviewDue && rights.publish
      ? [
          {
            label: 'Mark as reviewed',
            icon: <UserCheck aria-hidden />,
            onSelect: () => void markReviewed(segment, refresh),
          },
        ]
      : []),
    { kind: 'separator' },
    ...files(),
    { kind: 'separator' },
    ...endItems(),
  ];
  return (
    <>
      <Menu trigger={trigger(segment.name)} items={items} />
      {asks === 'uses' && <UsesDialog segment={segment} onClose={() => setAsks(null)} />}
      {asks === 'snapshot' && <SnapshotDialog segment={segment} onClose={() => setAsks(null)} />}
    </>
  );

  function files(): MenuItem[] {
    const reason = rights.export ? unpublished : rights.noExport;
    const choice = (label: string, of: string): FileChoice => ({
      label,
      reason: reason ?? undefined,
      address: `/api/v1${page}/members?of=${of}`,
    });
    const accounts = segment.entity === 'account' ? [choice('Accounts', 'accounts')] : [];
    return fileItems([...accounts, choice('Contacts', 'contacts')], <Download aria-hidden />);
  }

  function endItems(): MenuItem[] {
    const retired = segment.status === 'retired';
    const ending: MenuItem[] = isDraft
      ? []
      : [
          {
            label: retired ? 'Put back in use' : 'Retire',
            icon: retired ? <ArchiveRestore aria-hidden /> : <Archive aria-hidden />,
            ...(rights.publish
              ? { onSelect: () => void (retired ? restore : retire)(segment, refresh) }
              : { reason: rights.noPublish }),
          },
        ];
    return [
      ...ending,
      {
        label: 'Move to the Trash',
        icon: <Trash2 aria-hidden />,
        danger: true,
        ...(rights.edit ? { onSelect: () => void moveToTrash(segment, refresh) } : { reason: rights.noEdit }),
      },
    ];
  }
}

function trigger(name: string) {
  return (
    <IconButton label={`Actions for ${name}`} tooltip={false} size="sm">
      <MoreHorizontal aria-hidden />
    </IconButton>
  );
}
