import { formatIsoDay } from '#lib/shared/days.ts';
import type { Catalog, Field, RefKind } from './catalog.ts';
import { numberText } from './describe/context.ts';
import { nouns } from './describe/row-phrase.ts';
import type { FactValue } from './record-facts.ts';
import { canonicalRef } from './reference-ids.ts';
import { catalogField } from './resolved-fields.ts';
import type { ResolvedRelated } from './resolved.ts';
import { valueLabel } from './value-label.ts';

/** How values read in an explanation. */
export type ExplainWords = {
  value: (field: Field, value: string | number | boolean) => string;
  measured: (
    rule: ResolvedRelated,
    measured: number | null,
    rows: { counted: number; all: number },
  ) => string;
};

export function shownValues(field: Field, value: FactValue, words: ExplainWords): string {
  if (value === null || value === undefined) return 'not known';
  if (typeof value !== 'object') return words.value(field, value);
  return value.map((one) => words.value(field, one)).join(', ');
}

/** Names of referenced records that a catalog holds; account names come from `nameOf`. */
export function referenceNames(
  catalog: Catalog,
  nameOf: (refKind: RefKind, id: string) => string | null = () => null,
): (refKind: RefKind, id: string) => string {
  return (refKind, id) => {
    const canonical = canonicalRef(refKind, id);
    const known = catalog.references[refKind]?.find((one) => canonicalRef(refKind, one.id) === canonical);
    return known?.name ?? nameOf(refKind, id) ?? id;
  };
}

/** English words as sentences use them, dates through Intl in the workspace's time zone. */
export function englishWords(
  catalog: Catalog,
  settings: { currency: string; timeZone: string },
  nameOf: (refKind: RefKind, id: string) => string,
): ExplainWords {
  const { currency, timeZone } = settings;
  const numeric = (field: Field | null, value: number) => numberText(field, value, { catalog, currency });
  const day = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeZone: 'UTC' });
  const moment = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short', timeZone });
  return {
    value: (field, held) => {
      if (typeof held === 'boolean') return held ? 'yes' : 'no';
      if (typeof held === 'string') {
        return field.refKind ? nameOf(field.refKind, held) : valueLabel(field, held, catalog);
      }
      if (field.type === 'day') return day.format(Date.parse(`${formatIsoDay(held)}T00:00:00Z`));
      return field.type === 'instant' ? moment.format(held) : numeric(field, held);
    },
    measured: ({ measure, entity, window }, measured, rows) => {
      const place = window ? ' in the window' : '';
      if (measured === null) return `none${place}`;
      if (measure.fn === 'countDistinct') return `${numeric(null, measured)} different${place}`;
      if (measure.fn !== 'count') {
        return `${numeric(catalogField(catalog, `${entity}.${measure.field}`), measured)}${place}`;
      }
      const [one, several] = nouns[entity];
      const isPart = rows.all > rows.counted;
      const rest = isPart ? ` (of ${numeric(null, rows.all)} ${rows.all === 1 ? one : several})` : '';
      return `${measured === 0 ? 'none' : numeric(null, measured)}${place}${rest}`;
    },
  };
}
