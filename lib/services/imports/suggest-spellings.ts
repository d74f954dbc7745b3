import 'server-only';
import type { Connection } from '#db/client.ts';
import { productNames, valuesInUse } from '#db/queries/imports/known-values.ts';
import type { FileFacts } from '#lib/imports/file-profile.ts';
import { findImportField, importFields } from '#lib/imports/import-fields.ts';
import type { SpellingRow } from '#lib/imports/import-view.ts';
import { type ImportOptions, mappingsOf } from '#lib/imports/options.ts';
import { suggestSpellings } from '#lib/imports/spelling.ts';
import type { Catalog } from '#lib/rules/catalog.ts';
import { canonicalIndustry, canonicalSubIndustry } from '#lib/rules/fields/industries.ts';
import { countryCodes, countryLabel, normaliseCountry } from '#lib/shared/countries.ts';
import { foldText } from '#lib/shared/text.ts';

export type SpellingReport = {
  spellings: SpellingRow[];
  /** Values outside a closed vocabulary that nothing near is known for. */
  unmatched: { column: string; field: string; values: { value: string; rows: number }[] }[];
};

const countryNames = countryCodes.map(countryLabel);
const canonicalOf: Record<string, (value: string) => string | null> = {
  industry: canonicalIndustry,
  subIndustry: canonicalSubIndustry,
};

/**
 * Spellings of categories, countries and products in this file that probably mean another value. A column whose
 * mapping settles a value already is not asked about it again.
 */
export function spellingsOf(
  connection: Connection,
  options: ImportOptions,
  facts: FileFacts,
  catalog: Catalog,
): SpellingReport {
  const fields = importFields(catalog, options.entity);
  const report: SpellingReport = { spellings: [], unmatched: [] };
  for (const profile of facts.columns) {
    for (const mapping of mappingsOf(options, profile.column)) {
      const field = findImportField(fields, mapping.field);
      if (
        !field ||
        field.type !== 'category' ||
        field.isLink ||
        field.form === 'state' ||
        mapping.part !== undefined
      )
        continue;
      const isCountry = field.form === 'country';
      const isProduct = options.entity === 'opportunity' && field.key === 'product';
      const settled = new Set(Object.keys(mapping.values ?? {}));
      const values = profile.values.filter(
        (entry) => !settled.has(entry.value) && !(mapping.empty ?? []).includes(entry.value),
      );
      const existing = isCountry ? [] : valuesInUse(connection, options.entity, field);
      const vocabulary = isCountry
        ? countryNames
        : isProduct
          ? productNames(connection)
          : (field.vocabulary ?? []);
      const canonical = canonicalOf[field.key];
      const found = suggestSpellings({
        values,
        vocabulary,
        existing: isProduct ? [] : existing,
        ...(canonical ? { canonical } : {}),
        ...(isCountry ? { isFine: (value: string) => normaliseCountry(value) !== null } : {}),
      });
      const names = { column: profile.column, field: field.key };
      report.spellings.push(...found.map((entry) => ({ ...names, ...entry })));
      if (!isCountry && !isProduct) continue;
      const proposed = new Set(found.map((entry) => entry.from));
      const known = new Set(vocabulary.map(foldText));
      const rest = values.filter(
        (entry) =>
          !proposed.has(entry.value) &&
          !known.has(foldText(entry.value)) &&
          !(isCountry && normaliseCountry(entry.value) !== null),
      );
      if (rest.length > 0) {
        report.unmatched.push({
          ...names,
          values: rest.slice(0, 20).map((entry) => ({ value: entry.value, rows: entry.count })),
        });
      }
    }
  }
  return report;
}
