import 'server-only';
import type { Connection } from '#db/client.ts';
import { decideMatch } from '#lib/imports/match.ts';
import type { ReadRow } from '#lib/imports/read-row.ts';
import { accountRowKeys } from './account-rows.ts';
import { accountByText } from './account-by-text.ts';
import { accountFinder } from './find-records.ts';
import type { ImportRun } from './import-run.ts';
import { complain } from './row-handler.ts';

export type ParentLinker = {
  link: (row: ReadRow) => void;
  /** Looks the parents of a batch up together: what was found for an earlier one may be outdated. */
  startBatch: (rows: readonly ReadRow[]) => void;
};

/**
 * Links parents once all accounts of the file are there: a parent may stand below its child. Null when the file has no
 * parent column. Safe to run twice.
 */
export function parentLinker(run: ImportRun): ParentLinker | null {
  const at = run.plan.targets.findIndex((target) => target.field.key === 'parent');
  const target = run.plan.targets[at];
  if (run.options.entity !== 'account' || !target) return null;
  const { connection } = run;
  const keys = accountRowKeys(run);
  const find = accountFinder(connection, keys.systems);
  const match = target.sources[0]?.mapping.match ?? ['externalId', 'domain', 'name'];
  const parents = accountByText(connection, match, run.settings.mainSystem);
  const stored = connection.prepare<[number], { parent_id: number | null; import_id: number | null }>(
    'SELECT parent_id, import_id FROM accounts WHERE id = ?',
  );
  const set = connection.prepare('UPDATE accounts SET parent_id = ? WHERE id = ?');
  const pinned = connection.prepare<[number]>(
    "SELECT 1 FROM value_sources WHERE entity = 'account' AND record_id = ? AND field = 'parent' AND is_pinned = 1",
  );
  const column = target.sources[0]?.column ?? null;

  function startBatch(rows: readonly ReadRow[]) {
    const texts = rows.map(({ values }) => {
      const value = values[at];
      return value === undefined || value === null || Array.isArray(value) ? null : String(value);
    });
    parents.startBatch(texts, run.isStill());
  }

  function link(row: ReadRow) {
    const value = row.values[at];
    if (value === undefined || Array.isArray(value)) return;
    const own = decideMatch(keys.match, keys.of(row), find);
    if (own.kind !== 'match') return;
    const old = stored.get(own.id);
    let parentId: number | null = null;
    if (value !== null) {
      const text = String(value);
      const decision = parents.find(text);
      if (decision.kind !== 'match') {
        const why = decision.kind === 'reject' ? decision.message : `There is no account “${text}”.`;
        return complain(row, column, text, 'unknown_parent', `Parent: ${why}`);
      }
      if (decision.id === own.id || leadsTo(stored, decision.id, own.id)) {
        return complain(
          row,
          column,
          text,
          'parent_cycle',
          `“${text}” cannot be its own parent, directly or by others.`,
        );
      }
      parentId = decision.id;
    }
    if (!old || old.parent_id === parentId || pinned.get(own.id)) return;
    set.run(parentId, own.id);
    if (old.import_id !== run.importId)
      run.remember('account', own.id, { parent_id: old.parent_id }, { parent_id: parentId });
  }

  return { link, startBatch };
}

function leadsTo(
  stored: { get: (id: number) => { parent_id: number | null } | undefined },
  from: number,
  to: number,
): boolean {
  let at: number | null = from;
  for (let steps = 0; at !== null && steps < 1000; steps += 1) {
    if (at === to) return true;
    at = stored.get(at)?.parent_id ?? null;
  }
  return false;
}

/** Gives every account the root of its corporate family. Only rows whose root changed are written. */
export function rebuildFamilies(connection: Connection): number {
  return connection
    .prepare(
      `WITH RECURSIVE tree(id, root, depth) AS (
         SELECT a.id, a.id, 0 FROM accounts a
           WHERE a.parent_id IS NULL OR NOT EXISTS (SELECT 1 FROM accounts p WHERE p.id = a.parent_id)
         UNION ALL
         SELECT c.id, tree.root, tree.depth + 1 FROM accounts c JOIN tree ON c.parent_id = tree.id WHERE tree.depth < 100)
       UPDATE accounts SET family_id = tree.root FROM tree WHERE tree.id = accounts.id AND accounts.family_id IS NOT tree.root`,
    )
    .run().changes;
}
