'use client';
import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { fileItems } from '#components/table/file-menu.tsx';
import { Menu } from '#components/ui/menu.tsx';
import type { SegmentListItem } from '#lib/shared/segment-shapes.ts';
import { doToMany } from './bulk-segments.ts';
import type { SegmentRights } from './segment-rights.ts';
import { TagDialog } from './tag-dialog.tsx';

/** What may be done with the chosen segments at once. */
export function SegmentBulk({
  chosen,
  tiers,
  rights,
  onDone,
}: {
  chosen: SegmentListItem[];
  tiers: { id: string; name: string }[];
  rights: SegmentRights;
  onDone: () => void;
}) {
  const router = useRouter();
  const [isTagging, setTagging] = useState(false);
  const ids = chosen.map((item) => item.id);
  const tags = [...new Set(chosen.flatMap((item) => item.tags))];
  const areRetired = chosen.length > 0 && chosen.every((item) => item.status === 'retired');
  const withMembers = chosen.filter((item) => item.members !== null);
  const members = `/api/v1/segments/members?ids=${withMembers.map((item) => item.id).join(',')}`;
  const noFile = rights.export
    ? withMembers.length === 0
      ? 'None of them was published yet.'
      : undefined
    : rights.noExport;
  const run = (change: Parameters<typeof doToMany>[0]) => void doToMany(change, ids, onDone);
  return (
    <>
      <Button size="sm" reason={rights.edit ? undefined : rights.noEdit} onClick={() => setTagging(true)}>
        Tag
      </Button>
      {tags.length > 0 && (
        <Menu
          trigger={
            <Button size="sm" reason={rights.edit ? undefined : rights.noEdit}>
              Untag
            </Button>
          }
          items={tags.map((tag) => ({ label: tag, onSelect: () => run({ action: 'untag', tag }) }))}
        />
      )}
      <Button
        size="sm"
        reason={rights.publish ? undefined : rights.noPublish}
        onClick={() => run({ action: areRetired ? 'restore' : 'retire' })}
      >
        {areRetired ? 'Put back in use' : 'Retire'}
      </Button>
      {rights.tiers && (
        <Menu
          trigger={<Button size="sm">Give a tier</Button>}
          items={[
            ...tiers.map(({ id, name }) => ({
              label: name,
              onSelect: () => run({ action: 'tier', tierId: id }),
            })),
            { kind: 'separator' as const },
            { label: 'No tier', onSelect: () => run({ action: 'tier', tierId: null }) },
          ]}
        />
      )}
      <Menu
        trigger={
          <Button size="sm" reason={noFile}>
            Export members
          </Button>
        }
        items={fileItems([
          ...(withMembers.every((item) => item.entity === 'account')
            ? [{ label: 'Accounts', address: `${members}&of=accounts` }]
            : []),
          { label: 'Contacts', address: `${members}&of=contacts` },
        ])}
      />
      <Button
        size="sm"
        reason={withMembers.length > 1 ? undefined : 'Choose at least two published segments.'}
        onClick={() =>
          router.push(`/segments/overlap?ids=${withMembers.map(({ id }) => id).join(',')}` as Route)
        }
      >
        Overlaps
      </Button>
      {isTagging && (
        <TagDialog
          count={ids.length}
          onClose={() => setTagging(false)}
          onTag={(tag) => {
            setTagging(false);
            run({ action: 'tag', tag });
          }}
        />
      )}
    </>
  );
}
