import type { z } from 'zod';
import { api } from '#components/api-client.ts';
import type { ComboOption, LoadOptions } from '#components/ui/combo-options.ts';
import type { PasteReport } from '#components/ui/pasted-values.ts';
import type { FieldEntity } from '#lib/rules/catalog.ts';
import { fieldValuesShape, valueLookupShape } from '#lib/shared/preview-shapes.ts';
import { foldText } from '#lib/shared/text.ts';

const LOOKED_UP_AT_ONCE = 5000;

/** Whose values: those of a field, of signals and activities perhaps only of some types. */
export type ValuesOf = { entity: FieldEntity; name: string; types?: readonly string[] | undefined };

async function askValues(
  { entity, name, types }: ValuesOf,
  search: string,
  limit: number,
  signal?: AbortSignal,
): Promise<ComboOption[]> {
  const query = new URLSearchParams({ entity, field: name, search, limit: String(limit) });
  if (types) query.set('types', types.join(','));
  const { items } = await api(`/fields/values?${query}`, {
    schema: fieldValuesShape,
    ...(signal ? { signal } : {}),
  });
  for (const { value, label } of items) labels.set(`${entity}.${name} ${value}`, label);
  return items;
}

/** Names of values seen in this tab, for references that the catalog does not list (accounts). */
const labels = new Map<string, string>();

export function seenLabel(entity: FieldEntity, name: string, value: string): string | null {
  return labels.get(`${entity}.${name} ${value}`) ?? null;
}

/** Values of a field with how many records hold each; what was typed narrows them. */
export function valuesLoader(of: ValuesOf): LoadOptions {
  return (query, signal) => askValues(of, query, query === '' ? 100 : 50, signal);
}

/**
 * Looks pasted texts up, all at once. Where a field takes any text (`takesAnything`), those that no record has are kept as
 * they would be stored; elsewhere they are only named.
 */
export async function lookUpPasted(
  { entity, name, types }: ValuesOf,
  texts: string[],
  takesAnything: boolean,
): Promise<PasteReport> {
  const items: z.output<typeof valueLookupShape>['items'] = [];
  for (let at = 0; at < texts.length; at += LOOKED_UP_AT_ONCE) {
    const body = { entity, field: name, types, texts: texts.slice(at, at + LOOKED_UP_AT_ONCE) };
    items.push(...(await api('/fields/values', { method: 'POST', body, schema: valueLookupShape })).items);
  }
  const byValue = new Map(items.map((item) => [foldText(item.value), item]));
  const each = [...byValue.values()];
  const found = each.filter(({ count }) => count > 0);
  const unknown = each.filter(({ count }) => count === 0);
  for (const { value, label } of found) labels.set(`${entity}.${name} ${value}`, label);
  return {
    found,
    missing: unknown.map(({ text }) => text),
    ...(takesAnything ? { kept: unknown.map(({ value }) => value) } : {}),
  };
}
