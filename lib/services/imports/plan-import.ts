import 'server-only';
import type { FileFacts } from '#lib/imports/file-profile.ts';
import { findImportField, importFields, type ImportField } from '#lib/imports/import-fields.ts';
import type { ImportQuestion } from '#lib/imports/import-view.ts';
import type { DecimalEvidence } from '#lib/imports/numbers.ts';
import { type ImportOptions, mappingsOf } from '#lib/imports/options.ts';
import type { ReadSettings } from '#lib/imports/read-value.ts';
import { planRows, type RowPlan } from '#lib/imports/row-plan.ts';
import type { Catalog } from '#lib/rules/catalog.ts';
import type { Issue, Result } from '#lib/shared/errors.ts';
import type { WorkspaceSettings } from '#lib/shared/workspace-settings.ts';

export type PlanSources = {
  catalog: Catalog;
  settings: WorkspaceSettings;
  currencyRates: Readonly<Record<string, number>>;
};

/** The decimal mark that the file's columns agree on; a column that says otherwise keeps its own. */
export function fileDecimal(facts: FileFacts): DecimalEvidence {
  const sure = facts.columns.flatMap((column) => (column.decimal?.certain ? [column.decimal] : []));
  return sure[0] ?? { mark: 'point', certain: false, evidence: 'no value has decimals' };
}

export function readSettingsFor(facts: FileFacts, sources: PlanSources): (column: string) => ReadSettings {
  const decimal = fileDecimal(facts);
  const profiles = new Map(facts.columns.map((profile) => [profile.column, profile]));
  return (column) => {
    const profile = profiles.get(column);
    return {
      timeZone: sources.settings.timeZone,
      decimalMark: profile?.decimal?.certain ? profile.decimal.mark : decimal.mark,
      dateOrder: profile?.dateOrder?.order ?? (profile?.dateOrder ? null : 'ymd'),
      mainSystem: sources.settings.mainSystem,
      currency: sources.settings.currency,
      currencyRates: sources.currencyRates,
    };
  };
}

/** Options + what the file says → how its rows are read, or every fault. `extraFields` are custom fields not in the catalog yet. */
export function planImport(
  options: ImportOptions,
  facts: FileFacts,
  sources: PlanSources,
  extraFields: readonly ImportField[] = [],
): Result<RowPlan, Issue[]> {
  const fields = [...importFields(sources.catalog, options.entity), ...extraFields];
  return planRows(options, facts.header.columns, fields, readSettingsFor(facts, sources));
}

/** What is wrong with a file whatever its mapping. A full file without rows would archive every record of its source. */
export function faultsOfFile(facts: FileFacts): Issue[] {
  if (facts.rows > 0) return [];
  const isBlank = facts.header.columns.length === 0;
  const message = isBlank ? 'The file has nothing but blank lines.' : 'The file has a header but no rows.';
  return [{ path: '/file', code: 'no_rows', message }];
}

const exampleOf = (text: string) => {
  const parts = /^(\d{1,2})[-/.\s](\d{1,2})[-/.\s](\d{2,4})/.exec(text);
  return parts ? text : '';
};

/** What only a person can answer: the order of dates that no value decides. */
export function questionsOf(options: ImportOptions, facts: FileFacts, catalog: Catalog): ImportQuestion[] {
  const fields = importFields(catalog, options.entity);
  return facts.columns.flatMap((profile): ImportQuestion[] => {
    const asksOrder = mappingsOf(options, profile.column).some((mapping) => {
      const type = findImportField(fields, mapping.field)?.type;
      const isOpen = mapping.format === undefined || mapping.format === 'auto';
      return isOpen && (type === 'day' || type === 'instant');
    });
    if (!asksOrder || !profile.dateOrder || profile.dateOrder.order !== null) return [];
    const { evidence, example } = profile.dateOrder;
    const detail = `${evidence[0]?.toUpperCase()}${evidence.slice(1)} in ${profile.filled.toLocaleString('en')} filled rows, so the file does not say. Until you answer, the column is left out.`;
    return [{ kind: 'dateOrder', column: profile.column, example: exampleOf(example ?? ''), detail }];
  });
}
