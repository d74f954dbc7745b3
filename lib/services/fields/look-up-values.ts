import { store } from '#db/client.ts';
import { loadCatalog } from '#db/queries/catalog/load-catalog.ts';
import { evaluator } from '#lib/evaluator/choose.ts';
import { registrableDomain } from '#lib/imports/identify.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { scopeOf } from '#lib/permissions/scope.ts';
import { type Field, findField } from '#lib/rules/catalog.ts';
import { canonicalIndustry } from '#lib/rules/fields/industries.ts';
import { normaliseCountry } from '#lib/shared/countries.ts';
import { appError } from '#lib/shared/errors.ts';
import { normaliseState } from '#lib/shared/states.ts';
import { foldText } from '#lib/shared/text.ts';
import type { ValuesQuestion } from './list-values.ts';

export type LookupQuestion = Pick<ValuesQuestion, 'entity' | 'field' | 'types'> & {
  texts: readonly string[];
};

/** One text with the value that it means; `count` records have it, 0 when none does. */
export type LookedUp = { text: string; value: string; label: string; count: number };

/** A text as the field stores it: `https://www.acme.com/about` → `acme.com`, `Germany` → `DE`. */
function storedText({ entity, key }: Field, text: string): string {
  const isPlace = entity === 'account' || entity === 'contact';
  if (entity === 'account' && key === 'domain') return registrableDomain(text) ?? text.trim();
  if (isPlace && key === 'country') return normaliseCountry(text) ?? text.trim();
  if (isPlace && key === 'state') return normaliseState(text, null) ?? text.trim();
  if (entity === 'account' && key === 'industry') return canonicalIndustry(text) ?? text.trim();
  return text.trim();
}

/** Looks many texts up among the values of a field within the actor's scope, at once; the answer keeps their order. */
export async function lookUpValues(
  ctx: Context,
  { entity, field: name, texts, types }: LookupQuestion,
  signal?: AbortSignal,
): Promise<LookedUp[]> {
  requireCan(ctx.actor, 'accounts.read');
  const field = findField(loadCatalog(store().connection), entity, name);
  if (!field) throw appError('not_found', `There is no field "${name}" on ${entity}.`);
  const asked = texts.map((text) => ({ text, stored: storedText(field, text) }));
  const among = [...new Set(asked.flatMap(({ text, stored }) => [text, stored]))];
  const found = await evaluator().values(
    { entity, field: name, search: '', limit: among.length, among, types, scope: scopeOf(ctx.actor) },
    signal,
  );
  const byText = new Map(
    found.flatMap((one) => [one.label, one.value].map((text) => [foldText(text), one] as const)),
  );
  return asked.map(({ text, stored }) => {
    const one = byText.get(foldText(text)) ?? byText.get(foldText(stored));
    return one ? { text, ...one } : { text, value: stored, label: stored, count: 0 };
  });
}
