import 'server-only';
import { store } from '#db/client.ts';
import { countProblems, problemsOf } from '#db/queries/imports/import-rows.ts';
import { type ImportDetail, sniffedSchema } from '#lib/imports/import-view.ts';
import { importOptionsSchema } from '#lib/imports/options.ts';
import type { Context } from '#lib/permissions/context.ts';
import { readReport } from './build-report.ts';
import { importView } from './import-views.ts';
import { loadImport } from './load-import.ts';
import { savedMappingsFor } from './mappings.ts';

const MAX_PROBLEMS = 1000;

/** One import in full: what was sniffed, its options, its report and its first problems. */
export function getImport(ctx: Context, id: string): ImportDetail {
  const row = loadImport(ctx, id);
  const { connection } = store();
  const sniffed = row.sniffed ? (sniffedSchema.safeParse(JSON.parse(row.sniffed)).data ?? null) : null;
  const report = readReport(row.report);
  const stored = countProblems(connection, row.id);
  const all = report?.problems.reduce((total, group) => total + group.count, 0) ?? 0;
  return {
    ...importView(row),
    options: row.options ? importOptionsSchema.parse(JSON.parse(row.options)) : null,
    sniffed,
    report,
    problems: problemsOf(connection, row.id, MAX_PROBLEMS),
    problemCounts: { all: Math.max(all, stored), stored },
    savedMappings: sniffed
      ? savedMappingsFor(
          connection,
          sniffed.columns.map((column) => column.column),
        )
      : [],
  };
}
