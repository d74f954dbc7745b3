import 'server-only';
import type { Scope } from '#lib/permissions/scope.ts';
import type { Connection } from '../../client.ts';

export type RepRow = {
  id: number;
  kind: 'rep' | 'pool';
  name: string;
  email: string | null;
  externalId: string | null;
  role: string | null;
  region: string | null;
  managerId: number | null;
  managerName: string | null;
  isActive: number;
  capacityTouches: number | null;
  maxAccounts: number | null;
  quotaAmount: number | null;
  rampRate: number | null;
  accounts: number;
  version: number;
  capacityHours: number | null;
  /** Epoch days. */
  startsOn: number | null;
  endsOn: number | null;
  isOpening: number;
  homeCity: string | null;
  homeState: string | null;
  homeCountry: string | null;
  /** JSON lists: of texts, of row ids, of `{ fromOn, toOn, reason }` in epoch days. */
  allowedRegions: string;
  languages: string;
  tiers: string;
  allowedSegmentIds: string;
  absences: string;
  /** JSON list of row ids. */
  memberIds: string;
};

const termsOf = (table: string) =>
  `(SELECT json_group_array(t.label) FROM ${table} x JOIN terms t ON t.id = x.term_id WHERE x.rep_id = r.id)`;

const columns = `r.id, r.kind, r.name, r.email, r.external_id AS externalId, role.label AS role, region.label AS region,
  r.manager_id AS managerId, m.name AS managerName, r.is_active AS isActive, r.capacity_touches AS capacityTouches,
  r.max_accounts AS maxAccounts, r.quota_amount AS quotaAmount, r.ramp_rate AS rampRate, r.version,
  r.capacity_hours AS capacityHours, r.starts_on AS startsOn, r.ends_on AS endsOn, r.is_opening AS isOpening,
  r.home_city AS homeCity, homeState.label AS homeState, homeCountry.label AS homeCountry,
  ${termsOf('rep_regions')} AS allowedRegions, ${termsOf('rep_languages')} AS languages, ${termsOf('rep_tiers')} AS tiers,
  (SELECT json_group_array(x.segment_id) FROM rep_segments x WHERE x.rep_id = r.id) AS allowedSegmentIds,
  (SELECT json_group_array(json_object('fromOn', x.from_on, 'toOn', x.to_on, 'reason', x.reason) ORDER BY x.from_on)
     FROM rep_absences x WHERE x.rep_id = r.id) AS absences,
  (SELECT count(DISTINCT s.account_id) FROM assignments s WHERE s.rep_id = r.id AND s.to_at IS NULL) AS accounts,
  (SELECT json_group_array(p.rep_id) FROM pool_members p WHERE p.pool_id = r.id) AS memberIds`;
const tables = `reps r LEFT JOIN reps m ON m.id = r.manager_id LEFT JOIN terms role ON role.id = r.role
  LEFT JOIN terms region ON region.id = r.region
  LEFT JOIN terms homeState ON homeState.id = r.home_state
  LEFT JOIN terms homeCountry ON homeCountry.id = r.home_country`;

/** Reps and pools within scope, active ones first, by name. */
export function listRepRows(connection: Connection, scope: Scope): RepRow[] {
  const inScope = scope.all ? '1' : 'r.id IN (SELECT value FROM json_each(?))';
  return connection
    .prepare<unknown[], RepRow>(
      `SELECT ${columns} FROM ${tables} WHERE r.archived_at IS NULL AND ${inScope}
       ORDER BY r.is_active DESC, r.name_folded, r.id`,
    )
    .all(...(scope.all ? [] : [JSON.stringify(scope.repIds)]));
}

export function findRepRow(connection: Connection, repId: number): RepRow | null {
  return (
    connection
      .prepare<[number], RepRow>(`SELECT ${columns} FROM ${tables} WHERE r.id = ? AND r.archived_at IS NULL`)
      .get(repId) ?? null
  );
}
