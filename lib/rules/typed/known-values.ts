import { foldText } from '#lib/shared/text.ts';

import type { Catalog, Field } from '../catalog.ts';
import { canonicalIndustry } from '../fields/industries.ts';
import { valueLabel } from '../value-label.ts';

/** Values that the data hold for a field, by `entity.key`, the commonest first. */
export type ValuesOf = (fieldKey: string) => readonly string[];

export function knownValues(field: Field, valuesOf: ValuesOf): readonly string[] {
  return [...new Set([...valuesOf(`${field.entity}.${field.key}`), ...(field.vocabulary ?? [])])];
}

/** Cheaper than the fold, for every keystroke and hundreds of values: what it finds is still compared by the fold later. */
function plainWords(text: string): string {
  return text
    .toLowerCase()
    .replace(/[-_\s]+/g, ' ')
    .trim();
}

function sharedStem(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}

/** `engineers` and `engineering` share a stem; `sales` and `sap` do not. */
function isSameStem(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length);
  return shorter >= 5 && sharedStem(a, b) >= Math.max(5, shorter - 2);
}

/**
 * The known value that typed text means: by its spelling or label, as the start of one, or by the stem of its words
 * (`engineers` → `Engineering`). Null when none is near.
 */
export function matchValue(
  text: string,
  known: readonly string[],
  labelOf: (value: string) => string,
): string | null {
  const wanted = plainWords(text);
  if (wanted === '') return null;
  const spelled = known.map((value) => ({ value, words: [plainWords(value), plainWords(labelOf(value))] }));
  const exact = spelled.find(({ words }) => words.includes(wanted));
  const begun =
    exact ?? spelled.find(({ words }) => wanted.length >= 3 && words.some((word) => word.startsWith(wanted)));
  const alike = begun ?? spelled.find(({ words }) => words.some((word) => isSameStem(word, wanted)));
  return alike?.value ?? null;
}

/** The value as stored when the vocabulary or the data know it, else the text as typed. */
export function valueFor(field: Field, text: string, catalog: Catalog, valuesOf: ValuesOf): string {
  const known = knownValues(field, valuesOf);
  const match = matchValue(text, known, (value) => valueLabel(field, value, catalog));
  if (match !== null) return match;
  if (field.entity === 'account' && field.key === 'industry') return canonicalIndustry(text) ?? text.trim();
  return text.trim();
}

/** `a, b or c` → three values; a known value that itself holds "and" or "or" stays whole. */
export function splitValues(text: string, isKnown: (value: string) => boolean): string[] {
  if (isKnown(text)) return [text.trim()];
  const values = text.split(/\s*,\s*|\s+(?:or|and)\s+|\s*\/\s*/i).map((value) => value.trim());
  return values.filter((value) => foldText(value) !== '');
}
