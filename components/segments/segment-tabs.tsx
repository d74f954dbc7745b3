import type { ReactNode } from 'react';
import { LinkTabs } from '#components/ui/tabs.tsx';
import { formatNumber } from '#lib/shared/format.ts';

export type SegmentTab = 'rule' | 'members' | 'pins' | 'versions' | 'split' | 'details';

/** The pages of one segment. */
export function SegmentTabs({
  segmentId,
  current,
  kind = 'rule',
  pins,
  members,
  versions,
  aside,
}: {
  segmentId: string;
  current: SegmentTab;
  kind?: 'rule' | 'list';
  pins?: number;
  members?: number | null;
  versions?: number;
  aside?: ReactNode;
}) {
  const page = `/segments/${segmentId}`;
  return (
    <LinkTabs
      label="Pages of the segment"
      current={current}
      aside={aside}
      items={[
        ...(kind === 'list' ? [] : [{ value: 'rule', label: 'Rule', href: page }]),
        {
          value: 'members',
          label: 'Members',
          href: `${page}/members`,
          ...(members === undefined || members === null ? {} : { count: formatNumber(members) }),
        },
        {
          value: 'pins',
          label: kind === 'list' ? 'On the list' : 'Pinned',
          href: `${page}/pins`,
          ...(pins ? { count: formatNumber(pins) } : {}),
        },
        {
          value: 'versions',
          label: 'Versions',
          href: `${page}/versions`,
          ...(versions === undefined ? {} : { count: formatNumber(versions) }),
        },
        { value: 'split', label: 'Split', href: `${page}/split` },
        { value: 'details', label: 'Details', href: `${page}/details` },
      ]}
    />
  );
}
