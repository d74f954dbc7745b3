'use client';
import type { ReactNode } from 'react';
import { AppLink } from '#components/ui/app-link.tsx';
import { Chip } from '#components/ui/chip.tsx';
import { InlineEdit } from '#components/ui/inline-edit.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { formatCount, formatInstant } from '#lib/shared/format.ts';
import { HeaderActions } from './header-actions.tsx';
import type { HeaderFacts } from './header-facts.ts';

/** Name, state and the way to publish. */
export function BuilderHeader({
  facts,
  name,
  isReadOnly,
  hasChanges,
  saved,
  refusal,
  onReview,
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
  onReview: () => Promise<boolean>;
  onRename: (name: string) => Promise<string | null>;
}) {
  const { segment, published, members, pins, rights } = facts;
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
              {pins > 0 && (
                <AppLink href={`${page}/pins`} className="rounded-1 whitespace-nowrap hover:underline">
                  {formatCount(pins, 'pin')}
                </AppLink>
              )}
            </span>
          )}
        </span>
      }
      actions={
        <HeaderActions
          facts={facts}
          name={name}
          refusal={refusal}
          hasChanges={hasChanges}
          onReview={onReview}
        />
      }
    />
  );
}
