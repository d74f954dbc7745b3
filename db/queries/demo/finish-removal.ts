import 'server-only';
import type { Connection } from '../../client.ts';

/** Real people with access, and how many of them are admins. */
export function countRealPeople(connection: Connection): { people: number; admins: number } {
  const row = connection
    .prepare<[], { people: number; admins: number }>(
      `SELECT count(*) AS people, coalesce(sum(role = 'admin'), 0) AS admins FROM users
       WHERE is_demo = 0 AND is_active = 1`,
    )
    .get();
  return row ?? { people: 0, admins: 0 };
}

/**
 * The last step of removing the demo: its segments, plan, reps, people, history and the note that there is a demo.
 * Tiers stay, they are the shipped ones. Words that nothing uses any more go when no record at all is left. Without
 * real people the workspace goes too, so that the set-up page opens again.
 */
export function finishDemoRemoval(connection: Connection, importId: number, hasPeople: boolean): void {
  const run = (sql: string, ...values: (number | string)[]) => connection.prepare(sql).run(...values);
  run('DELETE FROM segments WHERE is_demo = 1');
  run('DELETE FROM plans WHERE is_demo = 1');
  run('DELETE FROM users WHERE is_demo = 1');
  run('DELETE FROM reps WHERE import_id = ?', importId);
  run(
    `DELETE FROM products WHERE import_id = ?
     AND NOT EXISTS (SELECT 1 FROM opportunities WHERE product_id = products.id)`,
    importId,
  );
  run(
    `DELETE FROM stages WHERE NOT EXISTS (SELECT 1 FROM opportunities WHERE stage_id = stages.id)
     AND NOT EXISTS (SELECT 1 FROM stage_changes WHERE stage_id = stages.id)`,
  );
  run('DELETE FROM audit WHERE at <= (SELECT created_at FROM imports WHERE id = ?)', importId);
  run('DELETE FROM imports WHERE id = ?', importId);
  run(
    `DELETE FROM terms WHERE NOT EXISTS (SELECT 1 FROM accounts) AND NOT EXISTS (SELECT 1 FROM contacts)
     AND NOT EXISTS (SELECT 1 FROM opportunities) AND NOT EXISTS (SELECT 1 FROM signals)
     AND NOT EXISTS (SELECT 1 FROM activities) AND NOT EXISTS (SELECT 1 FROM reps)
     AND NOT EXISTS (SELECT 1 FROM custom_values)`,
  );
  if (!hasPeople) run('DELETE FROM workspace');
  else {
    run(
      `UPDATE workspace SET settings = json_set(settings, '$.tamSegmentId', NULL), version = version + 1
       WHERE NOT EXISTS (SELECT 1 FROM segments)`,
    );
  }
}
