import { foldText } from '#lib/shared/text.ts';

import type { DraftFieldCondition, DraftRule } from '../draft.ts';
import { industries } from '../fields/industries.ts';
import { asked, grouped } from '../presets/make-rules.ts';
import type { Ask, TemplateContext } from './template.ts';

/** Rules of one template segment in the making, with what still has to be asked. */
export type Making = TemplateContext & { asks: Ask[] };

function plainWords(text: string): string {
  return foldText(text).replace(/[-_/]/g, ' ');
}

/** The values of the data that speak of any of these words, as the data spell them. */
export function valuesAbout(making: Making, fieldKey: string, words: readonly string[]): string[] {
  const wanted = words.map(plainWords);
  return making.valuesOf(fieldKey).filter((value) => wanted.some((word) => plainWords(value).includes(word)));
}

/** The values that speak of the first wording which the data know: narrow wordings come before broad ones. */
export function valuesClosestTo(making: Making, fieldKey: string, wordings: readonly string[]): string[] {
  for (const wording of wordings) {
    const values = valuesAbout(making, fieldKey, [wording]);
    if (values.length > 0) return values;
  }
  return [];
}

/** A condition with what the data hold, or an unfinished one and a question. */
export function askedOrAsk(
  making: Making,
  field: string,
  values: readonly string[],
  question: string,
): DraftFieldCondition {
  const condition = asked(making.newId, values.length > 0 ? [field, 'in', [...values]] : [field, 'in']);
  if (values.length === 0) making.asks.push({ nodeId: condition.id, question });
  return condition;
}

/** What the vocabulary calls an industry itself, and the names of its kinds. */
function wordingsOf(name: string): { own: string[]; kinds: readonly string[] } {
  const industry = industries.find((entry) => entry.name === name);
  return { own: [name, ...(industry?.synonyms ?? [])], kinds: industry?.subIndustries ?? [] };
}

/**
 * Accounts in an industry of the vocabulary (or in one of its kinds), by the values that the data really hold. Where
 * they name the industry itself, the sub-industry only says which kind, so asking it too would add nothing; where they
 * put kinds into the industry, the sub-industry may say others.
 */
export function inIndustry(making: Making, name: string, question: string): DraftRule {
  const { own, kinds } = wordingsOf(name);
  const held = (field: string, words: readonly string[]) => {
    const wanted = new Set(words.map(foldText));
    return making.valuesOf(field).filter((value) => wanted.has(foldText(value)));
  };
  const industry = held('account.industry', [...own, ...kinds]);
  const isNamed = held('account.industry', own).length > 0;
  const subIndustry = isNamed ? [] : held('account.subIndustry', [...own, ...kinds]);
  if (industry.length > 0 && subIndustry.length > 0) {
    return grouped(making.newId, 'any', [
      asked(making.newId, ['industry', 'in', industry]),
      asked(making.newId, ['subIndustry', 'in', subIndustry]),
    ]);
  }
  if (subIndustry.length > 0) return asked(making.newId, ['subIndustry', 'in', subIndustry]);
  return askedOrAsk(making, 'industry', industry, question);
}
