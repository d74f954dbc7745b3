import { normaliseCountry } from '#lib/shared/countries.ts';
import { normaliseState } from '#lib/shared/states.ts';
import { foldText } from '#lib/shared/text.ts';

import type { Field } from '../catalog.ts';
import type { Report } from './report.ts';

/** Folded values that stand in the data as typed, by `entity.key`. */
export type KnownValues = (fieldKey: string) => Pick<ReadonlySet<string>, 'has'>;

export function isPlaceField(field: Field): boolean {
  const located = field.entity === 'account' || field.entity === 'contact';
  return located && (field.key === 'country' || field.key === 'state');
}

/**
 * A country or state as it is stored. `country` is the single country that the rule asks for beside it, when there is one.
 * A value that cannot be normalised is kept only if it stands in the data as typed.
 */
export function parsePlace(
  text: string,
  place: {
    field: Field;
    country: string | null;
    path: string;
    report: Report;
    knownValues: KnownValues | undefined;
  },
): string | undefined {
  const { field, country, path, report, knownValues } = place;
  const code = field.key === 'country' ? normaliseCountry(text) : normaliseState(text, country);
  if (code !== null) return code;
  if (knownValues?.(`${field.entity}.${field.key}`).has(foldText(text))) return text;
  if (field.key === 'country') {
    return report(
      path,
      'unknown_place',
      `"${text}" is no country that is known, and no account has it as typed.`,
    );
  }
  const hint = country === null ? ' A short code needs its country beside it, or in it: US-WA.' : '';
  return report(
    path,
    'unknown_place',
    `"${text}" is no state that is known here, and no account has it as typed.${hint}`,
  );
}
