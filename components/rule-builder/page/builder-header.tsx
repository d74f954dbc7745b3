'use client';
import type { ReactNode } from 'react';
import { segmentActionsFor } from './header-actions.tsx';
import type { SegmentRights } from '#components/segments/segment-rights.ts';
import { AppLink } from '#components/ui/app-link.tsx';
import { Chip } from '#components/ui/chip.tsx';
import { InlineEdit } from '#components/ui/inline-edit.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { formatCount, formatInstant } from '#lib/shared/format.ts';
import type { Segment } from '#lib/shared/segment-shapes.ts';

export type HeaderFacts = {
  segment: Pick<Segment, 'id' | 'status' | 'entity' | 'archivedAt' | 'lastError'>;
  published: { number: number; publishedAt: number } | null;
  /** Members of the published version within the person's scope. */
  members: number | null;
  isReviewDue: boolean;
  timeZone: string;
  rights: SegmentRights;
};

/** Name, state and the way to publish. */
export function BuilderHeader({
  facts,
  name,
  isReadOnly,
  hasChanges,
  saved,
  refusal,
  onRename,
}: {
  facts: HeaderFacts;
  name: string;
  isReadOnly: boolean;
  /** The draft says something else than what is published. */
  hasChanges: boolean;
  saved: ReactNode;
  /** Why it cannot be published now. */
  refusal: string | null;
  onRename: (name: string) => Promise<string | null>;
}) {
  const { segment, published, members, rights } = facts;
  const page = `/segments/${segment.id}`;
  const isDraft = segment.status === 'draft' || hasChanges;
  return (
    <PageHeader
      crumbs={[{ label: 'Segments', href: '/segments' }]}
      title={
        !isReadOnly ? (
          <InlineEdit label="Name" value={name} onSave={onRename} className="mx-0 px-1 font-semibold" />
        ) : (
          name
        )
      }
      status={
        <>
          {isDraft && (
            <Chip tone="caution" dot>
              Draft
            </Chip>
          )}
          {segment.status === 'retired' && <Chip>Retired</Chip>}
          {segment.lastError && (
            <Chip tone="bad" title={segment.lastError}>
              Broken
            </Chip>
          )}
        </>
      }
      facts={
        <span className="flex items-center gap-2">
          {rights.edit && <span className="whitespace-nowrap">{saved}</span>}
          {published && (
            <span className="flex items-center gap-2 max-xl:hidden">
              <span aria-hidden className="h-4 w-px bg-line-strong" />
              <AppLink href={`${page}/versions`} className="rounded-1">
                <Chip outline>Published v{published.number}</Chip>
              </AppLink>
              <AppLink href={`${page}/members`} className="rounded-1 whitespace-nowrap hover:underline">
                {formatInstant(published.publishedAt, facts.timeZone).split(',')[0]}
                {members !== null && ` · ${formatCount(members, segment.entity)}`}
              </AppLink>
            </span>
          )}
        </span>
      }
      actions={segmentActionsFor({ facts, name, refusal, hasChanges })}
    />
  );
}
