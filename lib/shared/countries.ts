import { countryWordings, regionTables } from './country-codes.ts';
import { foldText } from './text.ts';

export type Region = 'NA' | 'LATAM' | 'EMEA' | 'APAC';

const displayNames = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });

type Country = { code: string; alpha3: string; region: Region | null };

function tableRows(codes: string, region: Region | null): Country[] {
  const words = codes.trim().split(/\s+/);
  return words.flatMap((code, at) => (at % 2 === 0 ? [{ code, alpha3: words[at + 1] ?? '', region }] : []));
}

const countries = new Map(
  Object.entries(regionTables)
    .flatMap(([region, codes]) => tableRows(codes, region === 'none' ? null : (region as Region)))
    .map((country) => [country.code, country] as const),
);

/** All ISO 3166-1 alpha-2 codes. */
export const countryCodes: readonly string[] = [...countries.keys()].sort();

/** Folded, without accents and punctuation, `&` as AND, a leading article dropped: how place names are compared. */
export function placeKey(text: string): string {
  const plain = foldText(text.normalize('NFD').replace(/\p{M}+/gu, ''));
  return plain
    .replaceAll('&', ' AND ')
    .replace(/\bST\b\.?/g, 'SAINT')
    .replace(/[^\p{L}\p{N} ]+/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^THE /, '');
}

/** The English name of a country code; a value that is no code is its own label. */
export function countryLabel(code: string): string {
  if (!countries.has(code)) return code;
  return displayNames.of(code) ?? code;
}

const byKey = new Map<string, string>();
for (const { code, alpha3 } of countries.values()) {
  const label = countryLabel(code);
  const withoutNote = label.replace(/\s*\(.*\)$/, '');
  for (const wording of [code, alpha3, label, withoutNote, ...(countryWordings[code] ?? [])]) {
    const key = placeKey(wording);
    if (!byKey.has(key)) byKey.set(key, code);
  }
}

/** A country by name, alpha-2 or alpha-3 code → alpha-2 code, or null when it is none that is known. Spelling is not guessed. */
export function normaliseCountry(text: string): string | null {
  return byKey.get(placeKey(text)) ?? null;
}

export function isCountryCode(code: string): boolean {
  return countries.has(code);
}

/** The sales region of an alpha-2 code, or null where none is usual. */
export function regionOfCountry(code: string): Region | null {
  return countries.get(code)?.region ?? null;
}
