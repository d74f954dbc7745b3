import 'server-only';
import type { Connection } from '#db/client.ts';

const tables: Record<string, string> = {
  account: 'accounts',
  contact: 'contacts',
  opportunity: 'opportunities',
  rep: 'reps',
};

/** Entities whose records can be archived when a full file no longer holds them. */
export function canArchiveAbsent(entity: string): boolean {
  return entity in tables;
}

export type SeenIds = {
  add: (externalId: string) => void;
  archive: (importId: number, now: number) => number;
  end: () => void;
};

/**
 * Collects the ids of a full file, then archives the records of that system (an id, brought by an import) that it
 * does not hold, with before-images. A temporary table, so that memory stays flat.
 */
export function collectSeenIds(connection: Connection, entity: string): SeenIds {
  const table = tables[entity] ?? 'accounts';
  connection.exec(
    'DROP TABLE IF EXISTS temp.import_seen; CREATE TEMP TABLE import_seen (id TEXT PRIMARY KEY) WITHOUT ROWID',
  );
  const insert = connection.prepare('INSERT OR IGNORE INTO temp.import_seen (id) VALUES (?)');
  return {
    add: (externalId) => insert.run(externalId),
    archive(importId, now) {
      const absent = `archived_at IS NULL AND external_id IS NOT NULL AND import_id IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM temp.import_seen s WHERE s.id = external_id)`;
      connection
        .prepare(
          `INSERT INTO import_changes (import_id, entity, record_id, before, after)
           SELECT ?, ?, id, '{"archived_at":null}', json_object('archived_at', ?) FROM ${table} WHERE ${absent}`,
        )
        .run(importId, entity, now);
      return connection
        .prepare(`UPDATE ${table} SET archived_at = ?, version = version + 1 WHERE ${absent}`)
        .run(now).changes;
    },
    end: () => connection.exec('DROP TABLE IF EXISTS temp.import_seen'),
  };
}
