import 'server-only';
import type { RepChange } from '#lib/shared/rep-shapes.ts';
import { foldText } from '#lib/shared/text.ts';
import type { Connection } from '../../client.ts';
import { termWriter } from '../../terms.ts';

/** What is written, with row ids in place of public ones. */
export type RepCells = Omit<RepChange, 'managerId' | 'memberIds'> & { managerId?: number | null };

/** Adds a rep or pool; returns its row id. */
export function insertRep(connection: Connection, name: string, kind: 'rep' | 'pool', now: number): number {
  const { lastInsertRowid } = connection
    .prepare('INSERT INTO reps (kind, name, name_folded, created_at, updated_at) VALUES (?, ?, ?, ?, ?)')
    .run(kind, name, foldText(name), now, now);
  return Number(lastInsertRowid);
}

/** Writes the given cells and counts the version up. */
export function updateRep(connection: Connection, repId: number, cells: RepCells, now: number): void {
  const sets = cellsOf(connection, cells);
  const names = sets.map(([column]) => `${column} = ?`);
  connection
    .prepare(
      `UPDATE reps SET ${[...names, 'version = version + 1', 'updated_at = ?'].join(', ')} WHERE id = ?`,
    )
    .run(...sets.map(([, value]) => value), now, repId);
}

function cellsOf(connection: Connection, cells: RepCells): [column: string, value: string | number | null][] {
  const term = termWriter(connection);
  const sets: [string, string | number | null | undefined][] = [
    ['name', cells.name],
    ['name_folded', cells.name === undefined ? undefined : foldText(cells.name)],
    ['email', cells.email === '' ? null : cells.email],
    ['email_folded', cells.email ? foldText(cells.email) : cells.email === undefined ? undefined : null],
    ['external_id', cells.externalId === '' ? null : cells.externalId],
    ['role', termCell('rep.role', cells.role)],
    ['region', termCell('rep.region', cells.region)],
    ['manager_id', cells.managerId],
    ['is_active', cells.isActive === undefined ? undefined : Number(cells.isActive)],
    ['capacity_touches', cells.capacityTouches],
    ['max_accounts', cells.maxAccounts],
    ['quota_amount', cells.quotaAmount],
    ['ramp_rate', cells.rampRate],
  ];
  return sets.flatMap(([column, value]) => (value === undefined ? [] : [[column, value]]));

  function termCell(field: string, label: string | null | undefined): number | null | undefined {
    return label === undefined || label === null ? label : term(field, label);
  }
}

/** Replaces who shares a pool. */
export function replaceMembers(connection: Connection, poolId: number, repIds: readonly number[]): void {
  connection.prepare('DELETE FROM pool_members WHERE pool_id = ?').run(poolId);
  const join = connection.prepare('INSERT INTO pool_members (pool_id, rep_id) VALUES (?, ?)');
  for (const repId of new Set(repIds)) join.run(poolId, repId);
}
