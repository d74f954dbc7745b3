import 'server-only';
import { foldText } from '#lib/shared/text.ts';
import { outcomesOf } from './opportunity-rows.ts';
import type { ImportRun } from './import-run.ts';
import { reject, type RowHandler } from './row-handler.ts';
import { createStageTable } from './stage-table.ts';

/** Stage history: deal, stage and time together are one change; the same change twice is one. */
export function stageChangeRows(run: ImportRun): RowHandler {
  const { connection } = run;
  const stages = createStageTable(run, outcomesOf(run));
  const at = new Map(run.plan.targets.map((target, index) => [target.field.key, index]));
  const deals = connection.prepare<[string, string], { id: number; pipeline: string }>(
    `SELECT o.id, s.pipeline FROM opportunities o JOIN stages s ON s.id = o.stage_id
     WHERE o.external_id = ? OR o.name_folded = ? LIMIT 2`,
  );
  const find = connection.prepare(
    'SELECT 1 FROM stage_changes WHERE opportunity_id = ? AND stage_id = ? AND changed_at = ?',
  );
  const insert = connection.prepare(
    'INSERT INTO stage_changes (id, opportunity_id, stage_id, changed_at, import_id) VALUES (?, ?, ?, ?, ?)',
  );
  return {
    take(row) {
      const value = (key: string) => row.values[at.get(key) ?? -1];
      const named = String(value('opportunity'));
      const column = run.plan.targets[at.get('opportunity') ?? -1]?.sources[0]?.column ?? null;
      const found = deals.all(named, foldText(named));
      if (found.length === 0) return reject(row, 'unknown_deal', `There is no deal “${named}”.`, column);
      if (found.length > 1) return reject(row, 'ambiguous', `Several deals are called “${named}”.`, column);
      const deal = found[0] as { id: number; pipeline: string };
      const stage = stages.stage(deal.pipeline, String(value('stage')));
      const changedAt = Number(value('changedAt'));
      if (find.get(deal.id, stage.id, changedAt)) return 'unchanged';
      insert.run(run.nextId('stage_changes'), deal.id, stage.id, changedAt, run.importId);
      return 'created';
    },
    startBatch: stages.forget,
  };
}
