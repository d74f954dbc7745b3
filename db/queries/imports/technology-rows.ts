import 'server-only';
import { createAccountLinker } from './account-link.ts';
import type { ImportRun, SqlValue } from './import-run.ts';
import type { RowHandler } from './row-handler.ts';

type Stored = {
  id: number;
  category: number | null;
  first_seen_at: number | null;
  last_seen_at: number | null;
  import_id: number | null;
};

const earlier = (a: number | null, b: number | null) => (a === null ? b : b === null ? a : Math.min(a, b));
const later = (a: number | null, b: number | null) => (a === null ? b : b === null ? a : Math.max(a, b));

/** Technologies: identity is account + name; sightings only widen the time between first and last seen. */
export function technologyRows(run: ImportRun): RowHandler {
  const { connection } = run;
  const accounts = createAccountLinker(run, true);
  const at = new Map(run.plan.targets.map((target, index) => [target.field.key, index]));
  const find = connection.prepare<[number, number], Stored>(
    'SELECT id, category, first_seen_at, last_seen_at, import_id FROM technologies WHERE account_id = ? AND name = ?',
  );
  const insert = connection.prepare(
    'INSERT INTO technologies (id, account_id, name, category, first_seen_at, last_seen_at, import_id) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const update = connection.prepare(
    'UPDATE technologies SET category = ?, first_seen_at = ?, last_seen_at = ? WHERE id = ?',
  );

  return {
    take(row) {
      const value = (key: string): SqlValue => {
        const found = row.values[at.get(key) ?? -1];
        return found === undefined || Array.isArray(found) ? null : found;
      };
      const linked = accounts.link(row);
      if (!linked?.accountId) return 'rejected';
      const name = run.terms.id('technology.name', String(value('name')));
      if (name === null) return 'rejected';
      const label = value('category');
      const category = label === null ? null : run.terms.id('technology.category', String(label));
      const first = value('firstSeenAt') as number | null;
      const last = value('lastSeenAt') as number | null;
      const old = find.get(linked.accountId, name);
      if (!old) {
        insert.run(
          run.nextId('technologies'),
          linked.accountId,
          name,
          category,
          first ?? last,
          last ?? first,
          run.importId,
        );
        return 'created';
      }
      if (run.options.onMatch === 'skip') return 'unchanged';
      const before = {
        category: old.category,
        first_seen_at: old.first_seen_at,
        last_seen_at: old.last_seen_at,
      };
      const after = {
        category: category ?? old.category,
        first_seen_at: earlier(old.first_seen_at, first),
        last_seen_at: later(old.last_seen_at, last),
      };
      if (JSON.stringify(before) === JSON.stringify(after)) return 'unchanged';
      update.run(after.category, after.first_seen_at, after.last_seen_at, old.id);
      if (old.import_id !== run.importId) run.remember('technology', old.id, before, after);
      return 'updated';
    },
    startBatch: accounts.startBatch,
  };
}
