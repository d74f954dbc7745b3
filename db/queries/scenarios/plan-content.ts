import 'server-only';
import {
  type ContentHolder,
  type ContentPlace,
  type PlanContent,
  territoryKey,
} from '#lib/territories/scenarios/content.ts';
import type { Connection } from '../../client.ts';
import {
  isScenario,
  type TerritoryHolderRow,
  territoryHolderRows,
  type TerritoryRow,
  territoryRows,
} from '../plans/plan-rows.ts';

/** What a plan or scenario says now, territories by key. */
export function planContent(connection: Connection, planId: number): PlanContent {
  const isOne = isScenario(connection, planId);
  const rows = territoryRows(connection, planId);
  const keys = new Map(rows.map((row) => [row.id, territoryKey(row, isOne)]));
  const places = connection
    .prepare<
      [number],
      { accountId: number; territoryId: number | null; isLocked: number; reason: string | null }
    >(
      `SELECT account_id AS accountId, territory_id AS territoryId, is_locked AS isLocked, reason
       FROM plan_accounts WHERE plan_id = ? ORDER BY account_id`,
    )
    .all(planId)
    .flatMap(({ territoryId, isLocked, ...row }): ContentPlace[] => {
      const key = territoryId === null ? null : keys.get(territoryId);
      // A place in a territory that was taken out says nothing any more.
      return key === undefined ? [] : [{ ...row, territoryKey: key, isLocked: isLocked === 1 }];
    });
  const holders = connection
    .prepare<[number], Omit<ContentHolder, 'isLocked'> & { isLocked: number }>(
      `SELECT account_id AS accountId, slot, rep_id AS repId, is_locked AS isLocked, reason
       FROM plan_account_holders WHERE plan_id = ? ORDER BY account_id, slot`,
    )
    .all(planId)
    .map((row): ContentHolder => ({ ...row, isLocked: row.isLocked === 1 }));
  return {
    territories: territoriesOf(rows, territoryHolderRows(connection, planId), keys),
    places,
    holders,
  };
}

/** Territory rows with their holders as content; `keys` by row id. */
export function territoriesOf(
  rows: readonly TerritoryRow[],
  holders: readonly TerritoryHolderRow[],
  keys: ReadonlyMap<number, number>,
): PlanContent['territories'] {
  const held = Map.groupBy(holders, (holder) => holder.territoryId);
  return rows.map((row) => ({
    key: keys.get(row.id) ?? row.id,
    name: row.name,
    kind: row.kind,
    draft: row.draft,
    places: row.places,
    color: row.color,
    position: row.position,
    parentKey: keys.get(row.parentId ?? 0) ?? null,
    holders: (held.get(row.id) ?? []).map(({ slot, repId, weight }) => ({ slot, repId, weight })),
  }));
}
