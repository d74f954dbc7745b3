import 'server-only';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { z } from 'zod';

const journalSchema = z.object({ entries: z.array(z.object({ when: z.number(), tag: z.string() })) });

/** Folder of the generated migrations, from the folder that the process was started in. */
export function migrationsFolder(root: string = process.cwd()): string {
  return join(/* turbopackIgnore: true */ root, 'db', 'migrations');
}

function appliedMigrations(connection: Database.Database): number[] {
  const table = connection.prepare("SELECT 1 FROM sqlite_master WHERE name = '__drizzle_migrations'").get();
  if (!table) return [];
  return connection
    .prepare<[], { created_at: number }>('SELECT created_at FROM __drizzle_migrations ORDER BY created_at')
    .all()
    .map((row) => Number(row.created_at));
}

/**
 * Brings a database file up to the code, on a connection of its own with foreign keys off (a table rebuild inside
 * drizzle's transaction would cascade into child rows otherwise), after a backup beside the file, and checks
 * references afterwards. Throws a plain sentence when the database is newer than the code.
 */
export async function migrateDatabase(
  path: string,
  folder: string = migrationsFolder(),
): Promise<{ applied: number }> {
  const journal = journalSchema.parse(
    JSON.parse(readFileSync(join(folder, 'meta', '_journal.json'), 'utf8')),
  );
  const known = new Set(journal.entries.map((entry) => entry.when));
  const isNew = path === ':memory:' || !existsSync(path);
  const connection = new Database(path, { timeout: 10_000 });
  try {
    const applied = appliedMigrations(connection);
    if (applied.some((when) => !known.has(when))) {
      throw new Error(
        'This database was written by a newer version of Tessera. Start that version, or restore a backup made before the upgrade.',
      );
    }
    const pending = journal.entries.length - applied.length;
    if (pending === 0) return { applied: 0 };
    if (!isNew && applied.length > 0) {
      await connection.backup(`${path}.before-upgrade-${applied.length}`);
    }
    connection.pragma('foreign_keys = OFF');
    migrate(drizzle(connection), { migrationsFolder: folder });
    const broken = connection.pragma('foreign_key_check') as unknown[];
    if (broken.length > 0) {
      throw new Error(
        `After the upgrade ${broken.length} references point nowhere. The backup beside the database holds the state before.`,
      );
    }
    return { applied: pending };
  } finally {
    connection.close();
  }
}
