import 'server-only';
import type { Connection } from '../../client.ts';
import { prepared } from '../../kept.ts';

/**
 * Row ids of the holders whose books a rep sees: the rep, with `withTeam` everybody below them in the line of
 * managers, and the pools that any of these share. Ascending; a loop among managers ends by itself.
 */
export function holderIdsOf(connection: Connection, repId: number, withTeam: boolean): number[] {
  const rows = prepared<[{ repId: number; withTeam: number }], { id: number }>(
    connection,
    `WITH RECURSIVE team(id) AS (
         SELECT @repId
         UNION
         SELECT reps.id FROM reps JOIN team ON reps.manager_id = team.id WHERE @withTeam = 1
       )
       SELECT id FROM team
       UNION
       SELECT pool_id FROM pool_members WHERE rep_id IN (SELECT id FROM team)
       ORDER BY 1`,
  ).all({ repId, withTeam: withTeam ? 1 : 0 });
  return rows.map((row) => row.id);
}
