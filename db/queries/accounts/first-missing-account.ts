import 'server-only';
import type { Connection } from '../../client.ts';

/** The first of these row ids that no account has, or null when all exist (archived ones do). */
export function firstMissingAccount(connection: Connection, accountIds: readonly number[]): number | null {
  return (
    connection
      .prepare<[string], number>(
        `SELECT asked.value FROM json_each(?) asked
         WHERE NOT EXISTS (SELECT 1 FROM accounts a WHERE a.id = asked.value) LIMIT 1`,
      )
      .pluck()
      .get(JSON.stringify(accountIds)) ?? null
  );
}
