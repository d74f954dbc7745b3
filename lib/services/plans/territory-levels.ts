import type { Connection } from '#db/client.ts';
import { type PlanRow, territoryRows } from '#db/queries/plans/plan-rows.ts';
import { updateTerritory } from '#db/queries/plans/save-plan.ts';
import { appError } from '#lib/shared/errors.ts';
import { isUnder } from '#lib/territories/levels.ts';
import { requireTerritory } from './plan-access.ts';

/**
 * Puts a territory of the plan under another one; null = on top. Throws `not_found` for one of another plan, `invalid`
 * where it would come to lie under itself.
 */
export function placeUnder(
  connection: Connection,
  plan: PlanRow,
  territoryId: number,
  parentId: string | null,
): void {
  const parent = parentId === null ? null : requireTerritory(connection, plan, parentId);
  const rows = territoryRows(connection, plan.id).map((row) => ({
    id: row.id,
    parentId: row.parentId ?? null,
  }));
  if (parent && isUnder(rows, parent.id, territoryId)) {
    const message = `"${parent.name}" lies under this territory itself. Choose one that does not.`;
    throw appError('invalid', message, {
      issues: [{ path: '/parentId', code: 'under_itself', message }],
    });
  }
  updateTerritory(connection, territoryId, { parentId: parent?.id ?? null });
}
