import 'server-only';
import { storedStages } from '#db/queries/imports/known-values.ts';
import type { Tally } from '#db/queries/imports/import-run.ts';
import type { Store } from '#db/client.ts';
import type { FileFacts } from '#lib/imports/file-profile.ts';
import type { ImportReport, StageRow } from '#lib/imports/import-view.ts';
import { type ImportOptions, mappingsOf } from '#lib/imports/options.ts';
import { guessOutcome, orderStages } from '#lib/imports/stage-outcomes.ts';
import { foldText } from '#lib/shared/text.ts';
import { questionsOf, type PlanSources } from './plan-import.ts';
import { spellingsOf } from './suggest-spellings.ts';

/** A report before any row was looked at. */
export function emptyReport(facts: FileFacts | null): ImportReport {
  return {
    issues: [],
    problems: [],
    questions: [],
    spellings: [],
    unmatchedValues: [],
    stages: [],
    rowsWithoutAccount: 0,
    unknownAccounts: [],
    unknownProducts: [],
    unknownReps: [],
    rowsWithUnknown: { account: 0, product: 0, rep: 0 },
    alsoCreated: {},
    absentRecords: 0,
    likelyDuplicates: { rows: 0, samples: [] },
    relinked: {},
    newFields: [],
    effect: null,
    isEffectPending: false,
    unclosedQuoteLine: facts?.unclosedQuoteLine ?? null,
    elapsedMs: 0,
  };
}

/** A stored report; what an older version did not know yet is empty. */
export function readReport(text: string | null, facts: FileFacts | null = null): ImportReport | null {
  return text === null ? null : { ...emptyReport(facts), ...(JSON.parse(text) as Partial<ImportReport>) };
}

const commonest = (map: Map<string, number>) =>
  [...map]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 50)
    .map(([value, rows]) => ({ value, rows }));

const sumOf = (map: Map<string, number>) => [...map.values()].reduce((sum, rows) => sum + rows, 0);

/** What the pass over the rows noticed, as lists for people. */
export function tallyLists(tally: Tally) {
  return {
    rowsWithoutAccount: tally.rowsWithoutAccount,
    unknownAccounts: commonest(tally.unknownAccounts),
    unknownProducts: commonest(tally.unknownProducts),
    unknownReps: commonest(tally.unknownReps),
    rowsWithUnknown: {
      account: sumOf(tally.unknownAccounts),
      product: sumOf(tally.unknownProducts),
      rep: sumOf(tally.unknownReps),
    },
    alsoCreated: Object.fromEntries(tally.alsoCreated),
  };
}

/** The pipeline that all rows of a file go to, or null when a column names it row by row. */
export function pipelineOf(options: ImportOptions): string | null {
  const names = (mapping: ImportOptions['mapping'][string]) =>
    (Array.isArray(mapping) ? mapping : [mapping]).some((entry) => entry?.field === 'pipeline');
  if (Object.values(options.mapping).some(names)) return null;
  return String(options.constants.pipeline ?? '');
}

/** The stages that a file of deals names: outcome by the stage table, else by the mapping, else by their names. */
export function stagesOf(store: Store, options: ImportOptions, facts: FileFacts): StageRow[] {
  if (options.entity !== 'opportunity' && options.entity !== 'stageChange') return [];
  const stored = storedStages(store.connection, pipelineOf(options));
  const rows = facts.columns.flatMap((profile) => {
    const mapping = mappingsOf(options, profile.column).find((entry) => entry.field === 'stage');
    if (!mapping) return [];
    const given = new Map(
      Object.entries(mapping.outcomes ?? {}).map(([name, outcome]) => [foldText(name), outcome]),
    );
    return profile.values.slice(0, 100).map((entry) => {
      const folded = foldText(entry.value);
      const guessed = mapping.outcomes ? (given.get(folded) ?? 'open') : guessOutcome(entry.value);
      return {
        name: entry.value,
        outcome: stored.get(folded) ?? guessed,
        rows: entry.count,
        isNew: !stored.has(folded),
      };
    });
  });
  const order = orderStages(rows).map((stage) => stage.name);
  return rows.sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
}

/** Everything that can be said of options and file without looking at rows. */
export function reportOf(
  store: Store,
  options: ImportOptions,
  facts: FileFacts,
  sources: PlanSources,
): ImportReport {
  const spelling = spellingsOf(store.connection, options, facts, sources.catalog);
  return {
    ...emptyReport(facts),
    questions: questionsOf(options, facts, sources.catalog),
    spellings: spelling.spellings,
    unmatchedValues: spelling.unmatched,
    stages: stagesOf(store, options, facts),
  };
}
