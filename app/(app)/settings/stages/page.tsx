import type { Metadata } from 'next';
import { ProductTable } from '#components/settings/product-table.tsx';
import { StageTable } from '#components/settings/stage-table.tsx';
import { pageContext } from '#lib/auth/page-context.ts';
import { can } from '#lib/permissions/can.ts';
import { listProducts } from '#lib/services/products/list.ts';
import { getSettings } from '#lib/services/settings/get.ts';
import { listStages } from '#lib/services/stages/list.ts';

export const metadata: Metadata = { title: 'Stages & products' };

export default async function StagesPage() {
  const ctx = await pageContext();
  const stages = listStages(ctx);
  const mayEdit = can(ctx.actor, 'stages.manage');
  return (
    <div className="grid min-h-0 flex-1 content-start gap-8 overflow-auto px-4 py-5 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <StageTable key={stages.version} list={stages} mayEdit={mayEdit} />
      <ProductTable
        products={listProducts(ctx).items}
        currency={getSettings(ctx).settings.currency}
        mayEdit={mayEdit}
      />
    </div>
  );
}
