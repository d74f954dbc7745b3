import { existsSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { migrateDatabase, migrationsFolder } from './migrate.ts';

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

  it('keeps a copy of a database before it upgrades it', async () => {
    const path = newPath();
    await migrateDatabase(path);
    const connection = new Database(path);
    const latest = connection
      .prepare<[], { id: number }>('SELECT max(id) AS id FROM __drizzle_migrations')
      .get();
    connection.prepare('DELETE FROM __drizzle_migrations WHERE id = ?').run(latest?.id);
    connection.close();
    // The last migration has run already, so running it again has to fail: the copy is what counts.
    await migrateDatabase(path).catch(() => {});
    const isOnly = readdirSync(migrationsFolder()).filter((name) => name.endsWith('.sql')).length === 1;
    const copies = readdirSync(join(path, '..')).filter((name) => name.includes('before-upgrade'));
    expect(copies.length).toBe(isOnly ? 0 : 1);
  });
});
