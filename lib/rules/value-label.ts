import { countryLabel } from '#lib/shared/countries.ts';
import { stateLabel } from '#lib/shared/states.ts';
import { foldText } from '#lib/shared/text.ts';

import type { Catalog, Field, RefKind } from './catalog.ts';

const abbreviations: Readonly<Record<string, string>> = {
  c_level: 'C-level',
  vp: 'VP',
  it: 'IT',
  ipo: 'IPO',
  sdr: 'SDR',
  ae: 'AE',
  am: 'AM',
  csm: 'CSM',
  'post-ipo': 'Post-IPO',
  'series-e+': 'Series E+',
};

/** `website_visit` → `Website visit`, `series-a` → `Series A`: a vocabulary key as people read it. */
function keyLabel(key: string): string {
  const known = abbreviations[key];
  if (known) return known;
  const words = key
    .replace(/[_-]/g, ' ')
    .replace(/^(series) ([a-z])$/, (_, word: string, letter: string) => `${word} ${letter.toUpperCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The name of a referenced record, or its id when the catalog does not list it. */
export function referenceLabel(catalog: Catalog, kind: RefKind | undefined, id: string): string {
  const references = kind ? catalog.references[kind] : undefined;
  return references?.find((reference) => reference.id === id)?.name ?? id;
}

const foldedKeys = new WeakMap<readonly string[], ReadonlyMap<string, string>>();

/** The vocabulary by folded spelling, made once: labels are asked for by the hundred. */
function keysOf(vocabulary: readonly string[]): ReadonlyMap<string, string> {
  const known = foldedKeys.get(vocabulary);
  if (known) return known;
  const keys = new Map(vocabulary.map((key) => [foldText(key), key]));
  foldedKeys.set(vocabulary, keys);
  return keys;
}

/** One stored value as people read it: places and references by name, vocabulary keys in words, the rest as it is. */
export function valueLabel(field: Field, value: string, catalog: Catalog): string {
  if (field.type === 'ref') return referenceLabel(catalog, field.refKind, value);
  const isPlace = field.entity === 'account' || field.entity === 'contact';
  if (isPlace && field.key === 'country') return countryLabel(value);
  if (isPlace && field.key === 'state') return stateLabel(value);
  const key = field.vocabulary && keysOf(field.vocabulary).get(foldText(value));
  return key !== undefined && key === key.toLowerCase() ? keyLabel(key) : value;
}
