import { store } from '#db/client.ts';
import { loadCatalog } from '#db/queries/catalog/load-catalog.ts';
import type { RootEntity } from '#lib/rules/ast.ts';
import { compareLabels } from '#lib/shared/text.ts';
import type { Context } from '#lib/permissions/context.ts';
import { splitChoices, splittable } from './split.ts';

const first = ['industry', 'subIndustry', 'country', 'state', 'region', 'tier', 'owner'];

/** Fields that a segment can be split by, the usual ones first. */
export function splitFields(entity: RootEntity): { value: string; label: string; group: string }[] {
  const { fields } = loadCatalog(store().connection);
  const rank = (key: string) => (first.includes(key) ? first.indexOf(key) : first.length);
  return [...fields.values()]
    .filter((field) => field.entity === entity && splittable.includes(field.type) && field.key !== 'parent')
    .map(({ key, label, group }) => ({ value: key, label, group }))
    .sort((a, b) => rank(a.value) - rank(b.value) || compareLabels(a.label, b.label));
}

const TRIED = 5;

/** The first of these fields that tells the members apart; the first one when none of the usual does. */
export async function usualSplitField(
  ctx: Context,
  id: string,
  fields: { value: string }[],
): Promise<string> {
  for (const { value } of fields.slice(0, TRIED)) {
    const { choices } = await splitChoices(ctx, id, value);
    if (choices.length > 1) return value;
  }
  return fields[0]?.value ?? 'industry';
}
