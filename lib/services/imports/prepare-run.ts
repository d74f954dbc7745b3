import 'server-only';
import type { Store } from '#db/client.ts';
import { loadCatalog } from '#db/queries/catalog/load-catalog.ts';
import { customFieldKeys, ensureCustomField } from '#db/queries/imports/custom-fields.ts';
import { createImportRun, type ImportRun } from '#db/queries/imports/import-run.ts';
import { outcomesOf } from '#db/queries/imports/opportunity-rows.ts';
import { createStageTable, fillStages } from '#db/queries/imports/stage-table.ts';
import { listCurrencyRates } from '#db/queries/settings/currency-rates.ts';
import { workspaceSettings } from '#db/queries/settings/workspace.ts';
import type { Tx } from '#db/write.ts';
import { type NewField, newCustomFields, toImportField } from '#lib/imports/custom-columns.ts';
import type { FileFacts } from '#lib/imports/file-profile.ts';
import { type ImportOptions, mappingsOf } from '#lib/imports/options.ts';
import { createRowReader, type RowReader } from '#lib/imports/read-row.ts';
import type { Issue, Result } from '#lib/shared/errors.ts';
import { pipelineOf } from './build-report.ts';
import { type PlanSources, planImport } from './plan-import.ts';

export type PreparedRun = { run: ImportRun; read: RowReader; newFields: NewField[]; options: ImportOptions };

export function planSources(store: Store): PlanSources {
  return {
    catalog: loadCatalog(store.connection),
    settings: workspaceSettings(store.connection),
    currencyRates: Object.fromEntries(
      listCurrencyRates(store.connection).map((row) => [row.currency, row.rate]),
    ),
  };
}

/** The custom fields that these options would add, and the options with their columns mapped to them. */
export function withCustomFields(store: Store, options: ImportOptions, facts: FileFacts) {
  const newFields = newCustomFields(
    options,
    facts.columns,
    customFieldKeys(store.connection, options.entity),
  );
  const mapping = { ...options.mapping };
  for (const field of newFields) mapping[field.column] = { field: `custom.${field.key}` };
  return { newFields, options: { ...options, mapping } };
}

/** Makes what the rows need (custom fields, stages in their order) and compiles how they are read. Part of one write. */
export function prepareRun(
  tx: Tx,
  store: Store,
  given: {
    importId: number;
    now: number;
    options: ImportOptions;
    facts: FileFacts;
    isTrial: boolean;
    isCountOnly?: boolean;
  },
): Result<PreparedRun, Issue[]> {
  const sources = planSources(store);
  const { newFields, options } = withCustomFields(store, given.options, given.facts);
  const madeFields: number[] = [];
  const extra = newFields.map((field) => {
    const id = ensureCustomField(tx.connection, options.entity, field, given.now);
    madeFields.push(id);
    return toImportField(field, id);
  });
  const planned = planImport(options, given.facts, sources, extra);
  if (!planned.ok) return planned;
  const run = createImportRun(store.connection, {
    importId: given.importId,
    now: given.now,
    options,
    plan: planned.value,
    settings: sources.settings,
    isTrial: given.isTrial,
    isCountOnly: given.isCountOnly ?? false,
  });
  for (const field of madeFields) run.remember('customField', field, {}, {});
  if (options.entity === 'opportunity') fillStageTable(run, given.facts);
  const read = createRowReader(planned.value, {
    currency: sources.settings.currency,
    currencyRates: sources.currencyRates,
  });
  return { ok: true, value: { run, read, newFields, options } };
}

/** Stages of a file whose rows go to one pipeline stand in their usual order; others follow the rows. */
function fillStageTable(run: ImportRun, facts: FileFacts) {
  const pipeline = pipelineOf(run.options);
  if (pipeline === null) return;
  const column = facts.columns.find((profile) =>
    mappingsOf(run.options, profile.column).some((mapping) => mapping.field === 'stage'),
  );
  const outcomes = outcomesOf(run);
  const names = column?.values.map((entry) => entry.value).slice(0, 100) ?? [];
  fillStages(createStageTable(run, outcomes), pipeline, names, outcomes);
}
