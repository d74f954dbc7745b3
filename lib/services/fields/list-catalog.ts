import { store } from '#db/client.ts';
import { loadCatalog } from '#db/queries/catalog/load-catalog.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import type { Catalog } from '#lib/rules/catalog.ts';
import { operatorsFor } from '#lib/rules/operators.ts';
import type { CatalogField } from '#lib/shared/preview-shapes.ts';
import { processSingleton } from '#lib/shared/process-singleton.ts';
import { heavyRead } from '#workers/reads/host.ts';

const KEEP_MS = 60_000;

type Kept = { at: number; size: number; rates: Map<string, number> };

/** Fill rates read whole tables, so they are counted off the main thread and kept for a minute. */
async function keptRates(ctx: Context, catalog: Catalog): Promise<Map<string, number>> {
  const kept = processSingleton('fill-rates', () => ({ now: null as Kept | null }));
  const { size } = catalog.fields;
  if (kept.now && ctx.now - kept.now.at < KEEP_MS && kept.now.size === size) return kept.now.rates;
  const rates = await heavyRead('fillRates', undefined);
  kept.now = { at: ctx.now, size, rates };
  return rates;
}

/** The field catalog with the operators that each field allows and the share of records that have a value. */
export async function listCatalog(ctx: Context): Promise<CatalogField[]> {
  requireCan(ctx.actor, 'accounts.read');
  const catalog = loadCatalog(store().connection);
  const rates = await keptRates(ctx, catalog);
  return [...catalog.fields.values()].map((field) => ({
    key: field.key,
    entity: field.entity,
    label: field.label,
    category: field.group,
    type: field.type,
    unit: field.unit ?? null,
    operators: operatorsFor(field),
    vocabulary: field.vocabulary ? [...field.vocabulary] : null,
    isCustom: field.customFieldId !== undefined,
    isComputed: field.computed ?? false,
    fillRate: rates.get(`${field.entity}.${field.key}`) ?? null,
  }));
}
