import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { migrateDatabase } from './migrate.ts';

function newPath(): string {
  return join(mkdtempSync(join(tmpdir(), 'tessera-migrate-')), 'tessera.db');
}

describe('bringing a database up to the code', () => {
  it('makes every table STRICT, also after later migrations', async () => {
    const path = newPath();
    await migrateDatabase(path);
    const connection = new Database(path);
    const tables = connection
      .prepare<[], { name: string; strict: number }>(
        "SELECT name, strict FROM pragma_table_list WHERE schema = 'main'",
      )
      .all()
      .filter(({ name }) => !name.startsWith('sqlite_') && !name.startsWith('__drizzle'));
    connection.close();
    expect(tables.length).toBeGreaterThan(40);
    expect(tables.filter((table) => table.strict !== 1)).toEqual([]);
  });

  it('does nothing the second time', async () => {
    const path = newPath();
    expect((await migrateDatabase(path)).applied).toBeGreaterThan(0);
    expect(await migrateDatabase(path)).toEqual({ applied: 0 });
  });

  it('refuses a database that a newer version wrote, and leaves it as it is', async () => {
    const path = newPath();
    await migrateDatabase(path);
    const connection = new Database(path);
    connection
      .prepare("INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('later', 9999999999999)")
      .run();
    connection.close();
    await expect(migrateDatabase(path)).rejects.toThrow('newer version of Tessera');
    expect(existsSync(path)).toBe(true);
  });

  it('copies the database first and loses no child row when a parent table is rebuilt', async () => {
    const path = newPath();
    const folder = mkdtempSync(join(tmpdir(), 'tessera-migrations-'));
    const first = `CREATE TABLE parents (id INTEGER PRIMARY KEY) STRICT;--> statement-breakpoint
      CREATE TABLE children (id INTEGER PRIMARY KEY, parent_id INTEGER REFERENCES parents(id) ON DELETE CASCADE) STRICT;`;
    writeMigrations(folder, [first]);
    await migrateDatabase(path, folder);
    const connection = new Database(path);
    connection.exec('INSERT INTO parents VALUES (1); INSERT INTO children VALUES (1, 1), (2, 1)');
    connection.close();
    // As drizzle-kit writes a rebuild; its own PRAGMA does nothing inside the migrator's transaction.
    const rebuild = `PRAGMA foreign_keys=OFF;--> statement-breakpoint
      CREATE TABLE __new_parents (id INTEGER PRIMARY KEY, name TEXT) STRICT;--> statement-breakpoint
      INSERT INTO __new_parents (id) SELECT id FROM parents;--> statement-breakpoint
      DROP TABLE parents;--> statement-breakpoint
      ALTER TABLE __new_parents RENAME TO parents;`;
    writeMigrations(folder, [first, rebuild]);
    expect(await migrateDatabase(path, folder)).toEqual({ applied: 1 });
    const upgraded = new Database(path);
    expect(upgraded.prepare('SELECT count(*) AS n FROM children').get()).toEqual({ n: 2 });
    upgraded.close();
    expect(existsSync(`${path}.before-upgrade-1`)).toBe(true);
  });
});

function writeMigrations(folder: string, sql: string[]): void {
  mkdirSync(join(folder, 'meta'), { recursive: true });
  const entries = sql.map((_, idx) => ({
    idx,
    version: '6',
    when: 1_000 + idx,
    tag: `000${idx}_step`,
    breakpoints: true,
  }));
  writeFileSync(
    join(folder, 'meta', '_journal.json'),
    JSON.stringify({ version: '7', dialect: 'sqlite', entries }),
  );
  for (const [idx, text] of sql.entries()) writeFileSync(join(folder, `000${idx}_step.sql`), text);
}
