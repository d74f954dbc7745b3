import { beforeEach, describe, expect, it } from 'vitest';
import { openStore } from './client.ts';
import { prepared, whileUnchanged } from './kept.ts';
import { loadCatalog } from './queries/catalog/load-catalog.ts';
import { testContext, useTempStore } from './testing/temp-store.ts';
import { write } from './write.ts';

const held = useTempStore();
const ctx = testContext();
const insertRep = 'INSERT INTO reps (name, name_folded, created_at, updated_at) VALUES (?, ?, 0, 0)';

const repNames = (connection = held.current.connection) =>
  (loadCatalog(connection).references.rep ?? []).map(({ name }) => name);

describe('what is kept until something changes', () => {
  beforeEach(() => held.current.connection.exec('DELETE FROM reps'));

  it('is read once as long as nothing changes', () => {
    const { connection } = held.current;
    let reads = 0;
    for (let time = 0; time < 3; time++) whileUnchanged(connection, 'counted', () => ++reads);
    expect(reads).toBe(1);
  });

  it('is read again after a write of this connection, and of another one', async () => {
    expect(repNames()).toEqual([]);
    await write(ctx, (tx) => tx.connection.prepare(insertRep).run('Ada', 'ADA'));
    expect(repNames()).toEqual(['Ada']);
    const other = openStore(held.path);
    other.connection.prepare(insertRep).run('Bo', 'BO');
    other.connection.close();
    expect(repNames().sort()).toEqual(['Ada', 'Bo']);
  });

  it('does not keep what a write saw that was rolled back', async () => {
    const failing = write(ctx, (tx) => {
      tx.connection.prepare(insertRep).run('Never', 'NEVER');
      expect(repNames(tx.connection)).toEqual(['Never']);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(repNames()).toEqual([]);
  });

  it('tells a reader that stands in a transaction of the state of that transaction', () => {
    const reader = openStore(held.path, { readonly: true });
    expect(repNames(reader.connection)).toEqual([]);
    reader.connection.exec('BEGIN');
    expect(repNames(reader.connection)).toEqual([]);
    held.current.connection.prepare(insertRep).run('Late', 'LATE');
    expect(repNames(reader.connection)).toEqual([]);
    reader.connection.exec('COMMIT');
    expect(repNames(reader.connection)).toEqual(['Late']);
    reader.connection.close();
  });
});

it('compiles a statement once for each connection', () => {
  const other = openStore(held.path, { readonly: true });
  const one = prepared(held.current.connection, 'SELECT 1');
  expect(prepared(held.current.connection, 'SELECT 1')).toBe(one);
  expect(prepared(other.connection, 'SELECT 1')).not.toBe(one);
  other.connection.close();
});
