import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Suspense } from 'react';
import { SegmentBuilder } from '#components/rule-builder/page/segment-builder.tsx';
import { segmentRights } from '#components/segments/segment-rights.ts';
import { pageContext } from '#lib/auth/page-context.ts';
import { orNotFound } from '#lib/http/or-not-found.ts';
import { bulkFacts } from '#lib/services/accounts/bulk-facts.ts';
import { ruleFacts } from '#lib/services/fields/rule-facts.ts';
import { segmentPageHead } from '#lib/services/segments/page-head.ts';

type Props = PageProps<'/segments/[id]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [ctx, { id }] = await Promise.all([pageContext(), params]);
  const { segment } = await orNotFound(() => segmentPageHead(ctx, id));
  return { title: segment.name };
}

/** The rule of a segment with who is in it: edited by those who may, read by all. */
export default async function SegmentPage({ params }: Props) {
  const [ctx, { id }] = await Promise.all([pageContext(), params]);
  const { segment, members, pins, isReviewDue } = await orNotFound(() => segmentPageHead(ctx, id));
  if (segment.kind === 'list') redirect(`/segments/${id}/pins`);
  const { catalog, knownValues, settings, now } = ruleFacts(ctx);
  const { published } = segment;
  return (
    <Suspense>
      <SegmentBuilder
        key={`${segment.id} ${published?.number ?? 0}`}
        facts={{
          segment: {
            id: segment.id,
            status: segment.status,
            entity: segment.entity,
            kind: segment.kind,
            archivedAt: segment.archivedAt,
            lastError: segment.lastError,
          },
          name: segment.name,
          draft: segment.draft,
          version: segment.version,
          updatedAt: segment.updatedAt,
          published: published && { number: published.number, publishedAt: published.publishedAt },
          publishedRule: published?.definition ?? null,
          members,
          pins,
          isReviewDue,
          timeZone: settings.timeZone,
          rights: segmentRights(ctx.actor),
          bulk: bulkFacts(ctx),
          ...{ catalog, knownValues, settings, now },
        }}
      />
    </Suspense>
  );
}
