import { formatIsoDay } from '#lib/shared/days.ts';
import type { Catalog, Field, RefKind } from './catalog.ts';
import type { FactValue } from './record-facts.ts';
import { canonicalRef } from './reference-ids.ts';
import { catalogField } from './resolved-fields.ts';
import type { ResolvedRelated } from './resolved.ts';

/** How values read in an explanation. */
export type ExplainWords = {
  value: (field: Field, value: string | number | boolean) => string;
  measured: (
    rule: ResolvedRelated,
    measured: number | null,
    rows: { counted: number; all: number },
    catalog: Catalog,
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

/** English words, numbers and dates through Intl, in the workspace's currency and time zone. */
export function englishWords(
  settings: { currency: string; timeZone: string },
  nameOf: (refKind: RefKind, id: string) => string,
): ExplainWords {
  const number = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });
  const money = new Intl.NumberFormat('en', {
    style: 'currency',
    currency: settings.currency,
    maximumFractionDigits: 0,
  });
  const year = new Intl.NumberFormat('en', { useGrouping: false });
  const day = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeZone: 'UTC' });
  const moment = new Intl.DateTimeFormat('en', {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: settings.timeZone,
  });
  const numeric = (field: Field, value: number) => {
    if (field.type === 'money') return money.format(value);
    return field.unit === 'year' ? year.format(value) : number.format(value);
  };
  const value: ExplainWords['value'] = (field, held) => {
    if (typeof held === 'boolean') return held ? 'yes' : 'no';
    if (typeof held === 'string') return field.refKind ? nameOf(field.refKind, held) : held;
    if (field.type === 'day') return day.format(new Date(`${formatIsoDay(held)}T00:00:00Z`));
    return field.type === 'instant' ? moment.format(held) : numeric(field, held);
  };
  return {
    value,
    measured: (rule, measured, rows, catalog) => {
      const place = rule.window ? ' in the window' : '';
      if (measured === null) return `none${place}`;
      if (rule.measure.fn === 'count') {
        const others = rows.all - rows.counted;
        const rest = others > 0 ? ` (${number.format(others)} other${others === 1 ? '' : 's'})` : '';
        return `${measured === 0 ? 'none' : number.format(measured)}${place}${rest}`;
      }
      if (rule.measure.fn === 'countDistinct') return `${number.format(measured)} different${place}`;
      return `${numeric(catalogField(catalog, `${rule.entity}.${rule.measure.field}`), measured)}${place}`;
    },
  };
}
