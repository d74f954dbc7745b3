import 'server-only';
import type { RepChange } from '#lib/shared/rep-shapes.ts';
import { foldText } from '#lib/shared/text.ts';
import type { Connection } from '../../client.ts';
import { termWriter } from '../../terms.ts';

/** Lists beside a rep: rows of their own. */
export type RepListKey =
  | 'memberIds'
  | 'allowedRegions'
  | 'languages'
  | 'tiers'
  | 'allowedSegmentIds'
  | 'absences';

/** What is written, with row ids in place of public ones and epoch days in place of ISO days. */
export type RepCells = Omit<RepChange, RepListKey | 'managerId' | 'startsOn' | 'endsOn'> & {
  managerId?: number | null;
  startsOn?: number | null;
  endsOn?: number | null;
};

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
    ['capacity_hours', cells.capacityHours],
    ['starts_on', cells.startsOn],
    ['ends_on', cells.endsOn],
    ['is_opening', cells.isOpening === undefined ? undefined : Number(cells.isOpening)],
    ['home_city', cells.homeCity === '' ? null : cells.homeCity],
    [
      'home_city_folded',
      cells.homeCity ? foldText(cells.homeCity) : cells.homeCity === undefined ? undefined : null,
    ],
    ['home_state', termCell('rep.homeState', cells.homeState)],
    ['home_country', termCell('rep.homeCountry', cells.homeCountry)],
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

const termLists = {
  allowedRegions: 'rep_regions',
  languages: 'rep_languages',
  tiers: 'rep_tiers',
} as const;

/** Replaces a list of words beside a rep. */
export function replaceWords(
  connection: Connection,
  repId: number,
  key: keyof typeof termLists,
  labels: readonly string[],
): void {
  const table = termLists[key];
  const term = termWriter(connection);
  connection.prepare(`DELETE FROM ${table} WHERE rep_id = ?`).run(repId);
  const add = connection.prepare(`INSERT OR IGNORE INTO ${table} (rep_id, term_id) VALUES (?, ?)`);
  for (const label of labels) add.run(repId, term(`rep.${key}`, label));
}

/** Replaces the segments whose accounts a rep may hold. */
export function replaceSegments(connection: Connection, repId: number, segmentIds: readonly number[]): void {
  connection.prepare('DELETE FROM rep_segments WHERE rep_id = ?').run(repId);
  const add = connection.prepare('INSERT INTO rep_segments (rep_id, segment_id) VALUES (?, ?)');
  for (const segmentId of new Set(segmentIds)) add.run(repId, segmentId);
}

/** Replaces a rep's time off; days are epoch days, both ends included. */
export function replaceAbsences(
  connection: Connection,
  repId: number,
  absences: readonly { fromOn: number; toOn: number; reason: string | null }[],
): void {
  connection.prepare('DELETE FROM rep_absences WHERE rep_id = ?').run(repId);
  const add = connection.prepare(
    'INSERT INTO rep_absences (rep_id, from_on, to_on, reason) VALUES (?, ?, ?, ?)',
  );
  for (const { fromOn, toOn, reason } of absences) add.run(repId, fromOn, toOn, reason);
}
