import { Plus } from 'lucide-react';
import type { Metadata } from 'next';
import { Suspense } from 'react';
import { SegmentList } from '#components/segments/segment-list.tsx';
import { segmentRights } from '#components/segments/segment-rights.ts';
import { AppLink } from '#components/ui/app-link.tsx';
import { Button } from '#components/ui/button.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import { pageContext } from '#lib/auth/page-context.ts';
import { can } from '#lib/permissions/can.ts';
import { hasAnyAccount } from '#lib/services/accounts/has-any.ts';
import { listSegments } from '#lib/services/segments/list.ts';
import { listTierNames } from '#lib/services/tiers/list-names.ts';
import { getSettings } from '#lib/services/settings/get.ts';

export const metadata: Metadata = { title: 'Segments' };

/** All segments. */
export default async function SegmentsPage() {
  const ctx = await pageContext();
  const { settings } = getSettings(ctx);
  const rights = segmentRights(ctx.actor);
  const [items, trash] = await Promise.all([listSegments(ctx), listSegments(ctx, { inTrash: true })]);
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <PageHeader
        title="Segments"
        actions={
          <>
            <Button asChild>
              <AppLink href="/segments/overlap">Overlaps</AppLink>
            </Button>
            {rights.edit && (
              <Button asChild variant="primary">
                <AppLink href="/segments/new">
                  <Plus aria-hidden />
                  New segment
                </AppLink>
              </Button>
            )}
          </>
        }
      />
      <Suspense fallback={<SkeletonRows label="Loading segments" />}>
        <SegmentList
          items={items}
          trash={trash}
          tiers={listTierNames(ctx)}
          facts={{
            ...{ now: ctx.now, timeZone: settings.timeZone, currency: settings.currency, rights },
            mayShareViews: can(ctx.actor, 'views.share'),
          }}
          importsFirst={can(ctx.actor, 'imports.run') && !hasAnyAccount(ctx)}
        />
      </Suspense>
    </div>
  );
}
