import { api } from '#components/api-client.ts';
import type { ComboOption, LoadOptions } from '#components/ui/combo-options.ts';
import { type PasteReport, resolveAgainst } from '#components/ui/pasted-values.ts';
import type { FieldEntity } from '#lib/rules/catalog.ts';
import { fieldValuesShape } from '#lib/shared/preview-shapes.ts';

const MOST = 500;
const LOOKED_UP_ONE_BY_ONE = 60;

async function askValues(
  entity: FieldEntity,
  name: string,
  search: string,
  limit: number,
  signal?: AbortSignal,
): Promise<ComboOption[]> {
  const query = new URLSearchParams({ entity, field: name, search, limit: String(limit) });
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
export function valuesLoader(entity: FieldEntity, name: string): LoadOptions {
  return (query, signal) => askValues(entity, name, query, query === '' ? 100 : 50, signal);
}

/** Looks pasted texts up: among the commonest values first, the rest one by one. */
export async function resolvePastedValues(
  entity: FieldEntity,
  name: string,
  texts: string[],
): Promise<PasteReport> {
  const common = resolveAgainst(await askValues(entity, name, '', MOST), texts);
  const asked = common.missing.slice(0, LOOKED_UP_ONE_BY_ONE);
  const found = await Promise.all(
    asked.map(async (text) => resolveAgainst(await askValues(entity, name, text, 20), [text])),
  );
  return {
    found: [...common.found, ...found.flatMap((report) => report.found)],
    missing: [...found.flatMap((report) => report.missing), ...common.missing.slice(LOOKED_UP_ONE_BY_ONE)],
  };
}

/** Free text is compared as typed, so all of it is taken; those that no record has today are named. */
export async function takePastedTexts(
  entity: FieldEntity,
  name: string,
  texts: string[],
): Promise<PasteReport> {
  const typed = texts.map((text) => ({ value: text, label: text }));
  if (texts.length > LOOKED_UP_ONE_BY_ONE) return { found: typed, missing: [] };
  const { found, missing } = await resolvePastedValues(entity, name, texts);
  return { found: [...found, ...typed.filter(({ value }) => missing.includes(value))], missing };
}
