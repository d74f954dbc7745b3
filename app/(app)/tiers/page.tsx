import type { Metadata } from 'next';
import { TiersView } from '#components/tiers/tiers-view.tsx';
import { pageContext } from '#lib/auth/page-context.ts';
import { can } from '#lib/permissions/can.ts';
import { roleLabels } from '#lib/permissions/roles.ts';
import { listSegments } from '#lib/services/segments/list.ts';
import { getSettings } from '#lib/services/settings/get.ts';
import { listTiers } from '#lib/services/tiers/list.ts';

export const metadata: Metadata = { title: 'Models & tiers' };

/** The tiers, the model, and the segments that give them. */
export default async function TiersPage() {
  const ctx = await pageContext();
  const segments = (await listSegments(ctx, { sort: 'members', descending: true }))
    .filter((segment) => segment.entity === 'account')
    .map(({ id, name, status, members, tier }) => ({ id, name, status, members, tier }));
  return (
    <TiersView
      list={listTiers(ctx)}
      segments={segments}
      currency={getSettings(ctx).settings.currency}
      mayEdit={can(ctx.actor, 'tiers.edit')}
      mayApply={can(ctx.actor, 'segments.publish')}
      noEdit={`Your role (${roleLabels[ctx.actor.role]}) does not edit tiers.`}
    />
  );
}
