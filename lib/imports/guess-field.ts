import { regions } from '#lib/rules/fields/vocabulary.ts';
import { normaliseCountry } from '#lib/shared/countries.ts';
import { foldText } from '#lib/shared/text.ts';
import type { ImportField } from './import-fields.ts';
import type { ColumnProfile } from './profile.ts';

/** `certainty` 0–1: 1 = the header is the field's name or a known word for it. */
export type FieldGuess = { field: ImportField; certainty: number; reason: string };

/** `closeDate`, `close_date`, `Close-Date` → `CLOSE DATE`. */
export function headerWords(header: string): string {
  const spaced = header.replace(/([a-z0-9])([A-Z])/g, '$1 $2').replace(/[_\-./#:()[\]%]+/g, ' ');
  return foldText(spaced);
}

const prefixes = new Set(
  'ACCOUNT COMPANY ORGANIZATION ORGANISATION DEAL OPPORTUNITY CONTACT LEAD BILLING HQ MAILING PRIMARY CRM SALES PERSON PRODUCT REP'.split(
    ' ',
  ),
);
const suffixes = new Set('USD EUR GBP CODE NAME NUMBER NO VALUE TYPE C'.split(' '));

/** 1 for the same words, less when only a prefix such as `company` or a unit at the end differs, else 0. */
export function wordingScore(header: string, wording: string): number {
  const a = headerWords(header);
  const b = headerWords(wording);
  if (a === '' || b === '') return 0;
  if (a === b) return 1;
  if (a.replaceAll(' ', '') === b.replaceAll(' ', '')) return 0.98;
  const strip = (words: string[], isPrefix: boolean) => {
    const rest = [...words];
    if (isPrefix && rest.length > 1 && prefixes.has(rest[0] as string)) rest.shift();
    if (rest.length > 1 && suffixes.has(rest.at(-1) as string)) rest.pop();
    return rest.join(' ');
  };
  const shortA = strip(a.split(' '), true);
  if (shortA === b || shortA === strip(b.split(' '), true)) return 0.8;
  return 0;
}

/** Short forms that exports use in headers; too short to be words for a field anywhere else. */
const shortForms: Record<string, readonly string[]> = {
  employees: ['emp', 'emps', 'empl', 'no employees', 'employee range', 'ftes'],
  revenue: ['rev', 'annual rev', 'revenue m', 'revenue mm', 'sales'],
  state: ['st', 'prov', 'state province'],
  country: ['ctry', 'cntry', 'hq country', 'billing country code'],
  postalCode: ['plz', 'pc'],
  needs: ['tags', 'labels', 'keywords'],
  subIndustry: ['sub ind', 'subsector'],
  industry: ['ind'],
  crmOwner: ['owner email', 'owner id', 'account owner email'],
  firstName: ['fname', 'given'],
  lastName: ['lname'],
  jobTitle: ['job title', 'role'],
  closedOn: ['close dt', 'closed at'],
  createdOn: ['create dt', 'created at', 'opened at'],
};

function headerScore(field: ImportField, header: string): number {
  const wordings = [field.key, field.label, ...field.synonyms, ...(shortForms[field.key] ?? [])];
  return Math.max(...wordings.map((wording) => wordingScore(header, wording)));
}

/** How well the values of a column suit a field, 0–1; 0 rules it out. */
function shapeFit(field: ImportField, profile: ColumnProfile): number {
  const { shares } = profile;
  if (profile.filled === 0) return 0.5;
  switch (field.form) {
    case 'email':
      return shares.email >= 0.5 ? 1 : 0;
    case 'domain':
      return shares.url >= 0.5 || shares.email >= 0.5 ? 1 : 0;
    case 'country': {
      const known = profile.values.slice(0, 50);
      const hits = known.filter((entry) => normaliseCountry(entry.value) !== null).length;
      return known.length === 0 ? 0.3 : hits / known.length >= 0.5 ? 1 : 0;
    }
    default:
  }
  switch (field.type) {
    case 'number':
      if (field.key === 'foundedYear') return shares.year >= 0.5 ? 1 : shares.date >= 0.5 ? 0.4 : 0;
      return shares.date >= 0.5 && shares.number < 0.9 ? 0 : shares.number + shares.range >= 0.5 ? 1 : 0;
    case 'money':
      return shares.date >= 0.5 && shares.number < 0.9 ? 0 : shares.number + shares.range >= 0.5 ? 1 : 0;
    case 'day':
    case 'instant':
      return shares.date >= 0.5 ? 1 : 0;
    case 'boolean':
      return shares.boolean >= 0.5 ? 1 : 0;
    case 'category':
      if (shares.date >= 0.9 && profile.distinct > 5) return 0;
      return shares.number > 0.9 && profile.distinct > 20 ? 0.2 : 1;
    default:
      return field.form === 'personName' && shares.email > 0.5 ? 0 : 1;
  }
}

/** A `region` column that names places, not the product's four regions, is the metro area. */
function isSalesRegion(profile: ColumnProfile): boolean {
  const known = new Set<string>(regions);
  const names = profile.values.map((entry) => foldText(entry.value));
  return names.length > 0 && names.length <= 12 && names.some((name) => known.has(name) || name.length <= 12);
}

/** Fields that this column may feed, best first. */
export function guessFields(profile: ColumnProfile, fields: readonly ImportField[]): FieldGuess[] {
  const guesses = fields.flatMap((field): FieldGuess[] => {
    const wording = headerScore(field, profile.column);
    if (wording === 0) return [];
    const fit = shapeFit(field, profile);
    return fit === 0
      ? []
      : [{ field, certainty: wording * (0.6 + 0.4 * fit), reason: `“${profile.column}”` }];
  });
  const metro = fields.find((field) => field.key === 'metro');
  const region = guesses.find((guess) => guess.field.key === 'region');
  if (metro && region && !isSalesRegion(profile)) {
    guesses.splice(guesses.indexOf(region), 1);
    guesses.push({ field: metro, certainty: 0.7, reason: 'names of places, not the sales regions' });
  }
  return guesses.sort((a, b) => b.certainty - a.certainty);
}
