import 'server-only';
import type { Connection } from '../../client.ts';

export type PlaceCount = { code: string; country: string | null; accounts: number };

/** Countries and states where accounts are, most accounts first. A state names its country. */
export function placeCounts(connection: Connection): PlaceCount[] {
  return connection
    .prepare<[], PlaceCount>(
      `SELECT t.label AS code, NULL AS country, count(*) AS accounts FROM accounts a JOIN terms t ON t.id = a.country
       WHERE a.archived_at IS NULL GROUP BY t.id
       UNION ALL
       SELECT t.label, substr(t.label, 1, 2), count(*) FROM accounts a JOIN terms t ON t.id = a.state
       WHERE a.archived_at IS NULL AND t.label LIKE '__-%' GROUP BY t.id
       ORDER BY 3 DESC, 1`,
    )
    .all()
    .filter(({ code }) => /^[A-Z]{2}(-[A-Z0-9]{1,3})?$/.test(code));
}

/** Points in a state where accounts are, with how many are there. */
export function pointCounts(
  connection: Connection,
  state: string,
): { latitude: number; longitude: number; accounts: number }[] {
  return connection
    .prepare<[string], { latitude: number; longitude: number; accounts: number }>(
      `SELECT a.latitude, a.longitude, count(*) AS accounts FROM accounts a JOIN terms t ON t.id = a.state
       WHERE t.label = ? AND a.archived_at IS NULL AND a.latitude IS NOT NULL AND a.longitude IS NOT NULL
       GROUP BY a.latitude, a.longitude`,
    )
    .all(state);
}

export type CrmOwner = { repId: number; name: string; accountIds: number[] };

/** Who owns which accounts in the CRM, by name. */
export function crmOwners(connection: Connection): CrmOwner[] {
  const rows = connection
    .prepare<[], { repId: number; name: string; accountIds: string }>(
      `SELECT r.id AS repId, r.name, json_group_array(a.id) AS accountIds
       FROM accounts a JOIN reps r ON r.id = a.crm_owner_id
       WHERE a.archived_at IS NULL AND r.archived_at IS NULL GROUP BY r.id ORDER BY r.name_folded`,
    )
    .all();
  return rows.map((row) => ({ ...row, accountIds: JSON.parse(row.accountIds) as number[] }));
}
