import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '#db/client.ts';
import { useTempStore } from '#db/testing/temp-store.ts';
import { dropServerLock, claimServerLock } from '#lib/services/health/server-lock.ts';
import { backUp } from './backup.ts';
import { restore } from './restore.ts';

const NOW = Date.UTC(2026, 10, 22, 9, 30, 0);
const held = useTempStore();
let folder = '';
let databasePath = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tessera-backup-'));
  databasePath = join(folder, 'tessera.db');
  process.env.TESSERA_DATA = folder;
  held.current.connection.pragma('wal_checkpoint(TRUNCATE)');
  copyFileSync(held.path, databasePath);
});

afterEach(() => {
  delete process.env.TESSERA_DATA;
  rmSync(folder, { recursive: true, force: true });
});

function names(path: string): string[] {
  const { connection } = openStore(path);
  const found = connection.prepare<[], string>('SELECT name FROM reps ORDER BY id').pluck().all();
  connection.close();
  return found;
}

function addRep(connection: ReturnType<typeof openStore>['connection'], name: string): void {
  connection
    .prepare('INSERT INTO reps (name, name_folded, created_at, updated_at) VALUES (?, upper(?), 0, 0)')
    .run(name, name);
}

describe('backup and restore', () => {
  it('copies what is committed while the database is open and written to', async () => {
    const live = openStore(databasePath);
    addRep(live.connection, 'Ada');
    live.connection.exec('BEGIN');
    addRep(live.connection, 'Not yet committed');
    const path = await backUp(NOW);
    live.connection.exec('COMMIT');
    live.connection.close();
    expect(path).toBe(join(folder, 'backups', 'tessera-2026-11-22T093000Z.db'));
    expect(names(path)).toEqual(['Ada']);
    expect(readdirSync(join(folder, 'backups')).filter((name) => name.includes('unfinished'))).toEqual([]);
  });

  it('brings the backup back and keeps what was there', async () => {
    const before = openStore(databasePath);
    addRep(before.connection, 'Ada');
    before.connection.close();
    const path = await backUp(NOW);
    const later = openStore(databasePath);
    addRep(later.connection, 'Grace');
    later.connection.close();
    const { keptPath } = restore(path, NOW);
    expect(names(databasePath)).toEqual(['Ada']);
    expect(names(keptPath ?? '')).toEqual(['Ada', 'Grace']);
  });

  it('refuses while a server uses the database', async () => {
    const path = await backUp(NOW);
    claimServerLock(databasePath, 'http://localhost:3000');
    expect(() => restore(path, NOW)).toThrow(/Stop the server first/);
    dropServerLock(databasePath);
    expect(() => restore(path, NOW)).not.toThrow();
  });

  it('refuses a damaged, a foreign and a missing file, and changes nothing', async () => {
    const path = await backUp(NOW);
    const damaged = join(folder, 'damaged.db');
    writeFileSync(damaged, 'SQLite format 3\0 and then nothing that makes sense');
    const foreign = join(folder, 'foreign.db');
    const other = openStore(foreign);
    other.connection.exec('CREATE TABLE things (id INTEGER)');
    other.connection.close();
    expect(() => restore(damaged, NOW)).toThrow(/cannot be used/);
    expect(() => restore(foreign, NOW)).toThrow(/not a database of Tessera/);
    expect(() => restore(join(folder, 'nowhere.db'), NOW)).toThrow(/There is no file/);
    expect(existsSync(`${databasePath}.incoming`)).toBe(false);
    expect(names(databasePath)).toEqual(names(path));
  });
});
