import 'server-only';
import { foldText } from '#lib/shared/text.ts';
import type { Connection } from '../../client.ts';
import { termWriter } from '../../terms.ts';

export type StageRow = {
  id: number;
  pipeline: string;
  name: string;
  position: number;
  outcome: 'open' | 'won' | 'lost';
  probabilityRate: number | null;
  isConfirmed: number;
  deals: number;
};

/** All stages in their order, with the deals that are in them now. */
export function listStageRows(connection: Connection): StageRow[] {
  return connection
    .prepare<[], StageRow>(
      `SELECT id, pipeline, name, position, outcome, probability_rate AS probabilityRate,
         is_confirmed AS isConfirmed,
         (SELECT count(*) FROM opportunities WHERE stage_id = stages.id AND archived_at IS NULL) AS deals
       FROM stages ORDER BY pipeline, position, id`,
    )
    .all();
}

export type StageValues = Pick<StageRow, 'pipeline' | 'name' | 'outcome' | 'probabilityRate'>;

/** Saves a stage at a place; a new name is a new term of `opportunity.stage`, so older rules keep what they mean. */
export function saveStage(
  connection: Connection,
  id: number | null,
  position: number,
  values: StageValues,
): number {
  const termId = termWriter(connection)('opportunity.stage', values.name);
  const columns = [
    values.pipeline,
    values.name,
    foldText(values.name),
    termId,
    position,
    values.outcome,
    values.probabilityRate,
  ];
  if (id === null) {
    const { lastInsertRowid } = connection
      .prepare(
        `INSERT INTO stages (pipeline, name, name_folded, term_id, position, outcome, probability_rate, is_confirmed)
         VALUES (?, ?, ?, ?, ?, ?, ?, 1)`,
      )
      .run(...columns);
    return Number(lastInsertRowid);
  }
  connection
    .prepare(
      `UPDATE stages SET pipeline = ?, name = ?, name_folded = ?, term_id = ?, position = ?, outcome = ?,
         probability_rate = ?, is_confirmed = 1 WHERE id = ?`,
    )
    .run(...columns, id);
  return id;
}

/** Moves all names out of the way, so that two stages can swap theirs within one save. */
export function freeStageNames(connection: Connection): void {
  connection.prepare("UPDATE stages SET name_folded = '#' || id").run();
}

/** Whether a deal is or was in a stage. */
export function isStageUsed(connection: Connection, id: number): boolean {
  return (
    connection
      .prepare(
        `SELECT 1 WHERE EXISTS (SELECT 1 FROM opportunities WHERE stage_id = @id)
           OR EXISTS (SELECT 1 FROM stage_changes WHERE stage_id = @id)`,
      )
      .get({ id }) !== undefined
  );
}

export function deleteStage(connection: Connection, id: number): void {
  connection.prepare('DELETE FROM stages WHERE id = ?').run(id);
}
