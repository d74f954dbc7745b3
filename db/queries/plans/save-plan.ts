import 'server-only';
import { foldText } from '#lib/shared/text.ts';
import type { Slot } from '#lib/territories/plan-model.ts';
import type { Connection } from '../../client.ts';

/** Makes an empty plan; returns its row id. */
export function insertPlan(connection: Connection, name: string, now: number): number {
  const { lastInsertRowid } = connection
    .prepare('INSERT INTO plans (name, created_at, updated_at) VALUES (?, ?, ?)')
    .run(name, now, now);
  return Number(lastInsertRowid);
}

export type PlanSettings = {
  name?: string | undefined;
  placesNewAccounts?: boolean | undefined;
  /** Epoch days; null = open. */
  startsOn?: number | null | undefined;
  endsOn?: number | null | undefined;
  note?: string | null | undefined;
  /** Epoch ms; null = brought back. */
  archivedAt?: number | null | undefined;
};

/** Changes a plan's own settings; what is absent stays. */
export function updatePlan(connection: Connection, planId: number, change: PlanSettings): void {
  const { name, placesNewAccounts, startsOn, endsOn, note, archivedAt } = change;
  const sets: [string, unknown][] = [
    ['name', name],
    ['places_new_accounts', placesNewAccounts === undefined ? undefined : Number(placesNewAccounts)],
    ['starts_on', startsOn],
    ['ends_on', endsOn],
    ['note', note],
    ['archived_at', archivedAt],
  ];
  const given = sets.filter(([, value]) => value !== undefined);
  if (given.length === 0) return;
  connection
    .prepare(`UPDATE plans SET ${given.map(([column]) => `${column} = ?`).join(', ')} WHERE id = ?`)
    .run(...given.map(([, value]) => value), planId);
}

/** Counts a plan's version up: it was worked on. */
export function touchPlan(connection: Connection, planId: number, now: number): void {
  connection.prepare('UPDATE plans SET version = version + 1, updated_at = ? WHERE id = ?').run(now, planId);
}

/**
 * Counts a plan's version up although its draft says what it said before: a version took over or was withdrawn, it has
 * another name. Open questions for approval that were about the draft as it is stay so.
 */
export function touchPlanOnly(connection: Connection, planId: number, now: number): void {
  connection
    .prepare(
      `UPDATE plan_approvals SET plan_version = plan_version + 1
       WHERE plan_id = ? AND status = 'open' AND plan_version = (SELECT version FROM plans WHERE id = plan_id)`,
    )
    .run(planId);
  touchPlan(connection, planId, now);
}

export type NewTerritory = {
  planId: number;
  name: string;
  kind: 'rule' | 'geography' | 'named';
  draft: string | null;
  places: string | null;
};

/** Adds a territory at the end, with the categorical colour least used so far. */
export function insertTerritory(connection: Connection, territory: NewTerritory): number {
  const used = connection
    .prepare<[number], { position: number; color: number }>(
      'SELECT position, color FROM territories WHERE plan_id = ?',
    )
    .all(territory.planId);
  const colors = Array.from({ length: 10 }, (_, index) => index + 1);
  const uses = (color: number) => used.filter((row) => row.color === color).length;
  const color = colors.reduce((best, next) => (uses(next) < uses(best) ? next : best));
  const position = Math.max(0, ...used.map((row) => row.position)) + 1;
  const { lastInsertRowid } = connection
    .prepare(
      'INSERT INTO territories (plan_id, name, name_folded, position, kind, draft, places, color) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    )
    .run(
      territory.planId,
      territory.name,
      foldText(territory.name),
      position,
      territory.kind,
      territory.draft,
      territory.places,
      color,
    );
  return Number(lastInsertRowid);
}

export function updateTerritory(
  connection: Connection,
  territoryId: number,
  change: { name?: string; draft?: string | null; places?: string | null; parentId?: number | null },
): void {
  const sets: [string, unknown][] = [];
  if (change.name !== undefined) sets.push(['name', change.name], ['name_folded', foldText(change.name)]);
  if (change.draft !== undefined) sets.push(['draft', change.draft]);
  if (change.places !== undefined) sets.push(['places', change.places]);
  if (change.parentId !== undefined) sets.push(['parent_id', change.parentId]);
  if (sets.length === 0) return;
  connection
    .prepare(`UPDATE territories SET ${sets.map(([column]) => `${column} = ?`).join(', ')} WHERE id = ?`)
    .run(...sets.map(([, value]) => value), territoryId);
}

export function archiveTerritoryRow(connection: Connection, territoryId: number, now: number | null): void {
  connection.prepare('UPDATE territories SET archived_at = ? WHERE id = ?').run(now, territoryId);
}

/** Writes positions 1, 2, 3 … in the order given. */
export function orderTerritoryRows(connection: Connection, territoryIds: readonly number[]): void {
  const update = connection.prepare('UPDATE territories SET position = ? WHERE id = ?');
  for (const [index, id] of territoryIds.entries()) update.run(index + 1, id);
}

/** Replaces the holders of one slot of a territory. */
export function replaceHolders(
  connection: Connection,
  territoryId: number,
  slot: Slot,
  holders: readonly { repId: number; weight: number }[],
): void {
  connection
    .prepare('DELETE FROM territory_holders WHERE territory_id = ? AND slot = ?')
    .run(territoryId, slot);
  const insert = connection.prepare(
    'INSERT INTO territory_holders (territory_id, slot, rep_id, weight) VALUES (?, ?, ?, ?)',
  );
  for (const { repId, weight } of holders) insert.run(territoryId, slot, repId, weight);
}
