import 'server-only';
import type { Connection } from '../../client.ts';

export type ScenarioRow = {
  id: number;
  name: string;
  note: string | null;
  version: number;
  createdAt: number;
  updatedAt: number;
  rebasedAt: number | null;
  archivedAt: number | null;
  createdBy: string | null;
};

/** The scenarios of a plan, those worked on last first; archived ones only where they are asked for. */
export function scenarioRows(
  connection: Connection,
  planId: number,
  { archived }: { archived: boolean },
): ScenarioRow[] {
  return connection
    .prepare<[number, number], ScenarioRow>(
      `SELECT p.id, p.name, p.note, p.version, p.created_at AS createdAt, p.updated_at AS updatedAt,
         p.rebased_at AS rebasedAt, p.archived_at AS archivedAt, u.name AS createdBy
       FROM plans p LEFT JOIN users u ON u.id = p.created_by_user_id
       WHERE p.scenario_of_plan_id = ? AND (p.archived_at IS NOT NULL) = ?
       ORDER BY p.updated_at DESC, p.id DESC`,
    )
    .all(planId, Number(archived));
}

/** Makes an empty scenario; returns its row id. */
export function insertScenario(
  connection: Connection,
  scenario: {
    planId: number;
    name: string;
    note: string | null;
    /** JSON of the content that it is based on. */
    base: string;
    now: number;
    userId: number | null;
  },
): number {
  const { lastInsertRowid } = connection
    .prepare(
      `INSERT INTO plans (name, note, scenario_of_plan_id, base, starts_on, ends_on, created_by_user_id, created_at, updated_at)
       SELECT @name, @note, id, @base, starts_on, ends_on, @userId, @now, @now FROM plans WHERE id = @planId`,
    )
    .run(scenario);
  return Number(lastInsertRowid);
}

/** The content that a scenario is based on, as JSON; null where none was kept. */
export function scenarioBase(connection: Connection, scenarioId: number): string | null {
  return (
    connection
      .prepare<[number], string | null>('SELECT base FROM plans WHERE id = ?')
      .pluck()
      .get(scenarioId) ?? null
  );
}

export function saveRebase(connection: Connection, scenarioId: number, base: string, now: number): void {
  connection.prepare('UPDATE plans SET base = ?, rebased_at = ? WHERE id = ?').run(base, now, scenarioId);
}
