import 'server-only';
import { foldText } from '#lib/shared/text.ts';
import type { ContentTerritory, PlanContent } from '#lib/territories/scenarios/content.ts';
import type { Connection } from '../../client.ts';
import { isScenario } from '../plans/plan-rows.ts';

type Who = { now: number; userId: number | null };

/**
 * Makes a plan or scenario say exactly this. A territory that it has already keeps its row, whether it is archived or
 * not; what it has beyond is archived. Returns row ids by key.
 */
export function replaceContent(
  connection: Connection,
  planId: number,
  content: PlanContent,
  who: Who,
): Map<number, number> {
  const rowIds = existingRows(connection, planId);
  const wanted = new Set(content.territories.map((territory) => territory.key));
  const archive = connection.prepare(
    'UPDATE territories SET archived_at = ? WHERE id = ? AND archived_at IS NULL',
  );
  for (const [key, id] of rowIds) if (!wanted.has(key)) archive.run(who.now, id);
  const isOne = isScenario(connection, planId);
  for (const territory of content.territories) {
    const id = rowIds.get(territory.key);
    if (id === undefined) rowIds.set(territory.key, insert(connection, planId, territory, isOne));
    else update(connection, id, territory);
  }
  const parent = connection.prepare('UPDATE territories SET parent_id = ? WHERE id = ?');
  for (const { key, parentKey } of content.territories) {
    parent.run(parentKey === null ? null : (rowIds.get(parentKey) ?? null), rowIds.get(key));
  }
  writeHolders(connection, content, rowIds);
  writeSettings(connection, planId, content, rowIds, who);
  return rowIds;
}

/** Notes which territory of the plan a scenario's own one has become. */
export function setOrigin(connection: Connection, territoryId: number, originId: number): void {
  connection.prepare('UPDATE territories SET origin_id = ? WHERE id = ?').run(originId, territoryId);
}

/** Row ids by key, archived territories included; one in use wins over an archived one. */
function existingRows(connection: Connection, planId: number): Map<number, number> {
  const isOne = isScenario(connection, planId);
  const rows = connection
    .prepare<[number], { id: number; originId: number | null }>(
      `SELECT id, origin_id AS originId FROM territories WHERE plan_id = ? ORDER BY archived_at IS NULL, id`,
    )
    .all(planId);
  return new Map(rows.map(({ id, originId }) => [isOne ? (originId ?? -id) : id, id]));
}

function insert(connection: Connection, planId: number, territory: ContentTerritory, isOne: boolean): number {
  const { lastInsertRowid } = connection
    .prepare(
      `INSERT INTO territories (plan_id, name, name_folded, position, kind, draft, places, color, origin_id)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      planId,
      territory.name,
      foldText(territory.name),
      territory.position,
      territory.kind,
      territory.draft,
      territory.places,
      territory.color,
      isOne && territory.key > 0 ? territory.key : null,
    );
  return Number(lastInsertRowid);
}

function update(connection: Connection, id: number, territory: ContentTerritory): void {
  connection
    .prepare(
      `UPDATE territories SET name = ?, name_folded = ?, position = ?, kind = ?, draft = ?, places = ?, color = ?,
         archived_at = NULL WHERE id = ?`,
    )
    .run(
      territory.name,
      foldText(territory.name),
      territory.position,
      territory.kind,
      territory.draft,
      territory.places,
      territory.color,
      id,
    );
}

function writeHolders(
  connection: Connection,
  { territories }: PlanContent,
  rowIds: ReadonlyMap<number, number>,
): void {
  const clear = connection.prepare('DELETE FROM territory_holders WHERE territory_id = ?');
  const insertHolder = connection.prepare(
    `INSERT INTO territory_holders (territory_id, slot, rep_id, weight)
     SELECT ?, ?, id, ? FROM reps WHERE id = ?`,
  );
  for (const { key, holders } of territories) {
    const id = rowIds.get(key);
    clear.run(id);
    for (const { slot, repId, weight } of holders) insertHolder.run(id, slot, weight, repId);
  }
}

function writeSettings(
  connection: Connection,
  planId: number,
  { places, holders }: PlanContent,
  rowIds: ReadonlyMap<number, number>,
  { now, userId }: Who,
): void {
  for (const table of ['plan_accounts', 'plan_account_holders']) {
    connection.prepare(`DELETE FROM ${table} WHERE plan_id = ?`).run(planId);
  }
  // Accounts and reps may have been removed for good since the content was read.
  const place = connection.prepare(
    `INSERT INTO plan_accounts (plan_id, account_id, territory_id, is_locked, reason, created_at, created_by_user_id)
     SELECT ?, id, ?, ?, ?, ?, ? FROM accounts WHERE id = ?`,
  );
  for (const { accountId, territoryKey, isLocked, reason } of places) {
    const territoryId = territoryKey === null ? null : (rowIds.get(territoryKey) ?? null);
    if (territoryKey !== null && territoryId === null) continue;
    place.run(planId, territoryId, Number(isLocked), reason, now, userId, accountId);
  }
  const holder = connection.prepare(
    `INSERT INTO plan_account_holders (plan_id, account_id, slot, rep_id, is_locked, reason)
     SELECT ?, a.id, ?, r.id, ?, ? FROM accounts a, reps r WHERE a.id = ? AND r.id = ?`,
  );
  for (const { accountId, slot, repId, isLocked, reason } of holders) {
    holder.run(planId, slot, Number(isLocked), reason, accountId, repId);
  }
}
