import 'server-only';
import { foldText } from '#lib/shared/text.ts';
import type { Connection } from '../../client.ts';

/** A tier as stored. `channelMix` is JSON: channel → share 0–1. */
export type TierRow = {
  id: number;
  name: string;
  description: string | null;
  rank: number;
  touchesFrom: number;
  touchesTo: number;
  channelMix: string;
  responseSlaHours: number | null;
  maxAccountsPerRep: number | null;
  workedBy: string | null;
  version: number;
  createdAt: number;
  updatedAt: number;
  archivedAt: number | null;
};

const select = `
  SELECT id, name, description, rank, touches_from AS touchesFrom, touches_to AS touchesTo, channel_mix AS channelMix,
    response_sla_hours AS responseSlaHours, max_accounts_per_rep AS maxAccountsPerRep, worked_by AS workedBy,
    version, created_at AS createdAt, updated_at AS updatedAt, archived_at AS archivedAt
  FROM tiers`;

/** Tiers in force, highest first. */
export function listTierRows(connection: Connection): TierRow[] {
  return connection.prepare<[], TierRow>(`${select} WHERE archived_at IS NULL ORDER BY rank, id`).all();
}

/** One tier, archived or not, or null. */
export function findTier(connection: Connection, id: number): TierRow | null {
  return connection.prepare<[number], TierRow>(`${select} WHERE id = ?`).get(id) ?? null;
}

export type TierValues = {
  name: string;
  description: string | null;
  rank: number;
  touchesFrom: number;
  touchesTo: number;
  /** JSON: channel → share 0–1. */
  channelMix: string;
  responseSlaHours: number | null;
  maxAccountsPerRep: number | null;
  workedBy: string | null;
};

function bound(values: TierValues): unknown[] {
  return [
    values.name,
    foldText(values.name),
    values.description,
    values.rank,
    values.touchesFrom,
    values.touchesTo,
    values.channelMix,
    values.responseSlaHours,
    values.maxAccountsPerRep,
    values.workedBy,
  ];
}

export function insertTier(connection: Connection, values: TierValues, now: number): number {
  const { lastInsertRowid } = connection
    .prepare(
      `INSERT INTO tiers (name, name_folded, description, rank, touches_from, touches_to, channel_mix,
         response_sla_hours, max_accounts_per_rep, worked_by, created_at, updated_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(...bound(values), now, now);
  return Number(lastInsertRowid);
}

export function updateTier(connection: Connection, id: number, values: TierValues, now: number): void {
  connection
    .prepare(
      `UPDATE tiers SET name = ?, name_folded = ?, description = ?, rank = ?, touches_from = ?, touches_to = ?,
         channel_mix = ?, response_sla_hours = ?, max_accounts_per_rep = ?, worked_by = ?,
         version = version + 1, updated_at = ? WHERE id = ?`,
    )
    .run(...bound(values), now, id);
}

/** Archives or restores a tier. An archived tier is given by nothing. */
export function setTierArchived(
  connection: Connection,
  id: number,
  archivedAt: number | null,
  now: number,
): void {
  connection
    .prepare('UPDATE tiers SET archived_at = ?, version = version + 1, updated_at = ? WHERE id = ?')
    .run(archivedAt, now, id);
}
