import { expect, it } from 'vitest';
import { openStore } from './client.ts';
import { testContext, useTempStore } from './testing/temp-store.ts';
import { onCommit, write } from './write.ts';

const held = useTempStore();
const ctx = testContext({ actor: { userId: 7, name: 'Ada' } });

function addRep(connection: ReturnType<typeof openStore>['connection'], name: string): void {
  connection
    .prepare('INSERT INTO reps (name, name_folded, created_at, updated_at) VALUES (?, upper(?), 0, 0)')
    .run(name, name);
}

function repNames(): string[] {
  return held.current.connection.prepare<[], string>('SELECT name FROM reps ORDER BY id').pluck().all();
}

it('keeps writes that start at the same moment apart', async () => {
  const names = Array.from({ length: 20 }, (_, at) => `rep ${at}`);
  const answers = await Promise.allSettled(
    names.map((name, at) =>
      write(ctx, (tx) => {
        addRep(tx.connection, name);
        if (at % 2 === 1) throw new Error('no');
      }),
    ),
  );
  expect(answers.map((answer) => answer.status === 'fulfilled')).toEqual(names.map((_, at) => at % 2 === 0));
  expect(repNames()).toEqual(names.filter((_, at) => at % 2 === 0));
});

it('waits for another connection without blocking this thread', async () => {
  const other = openStore(held.path);
  other.connection.exec('BEGIN IMMEDIATE');
  let isDone = false;
  const pending = write(ctx, (tx) => addRep(tx.connection, 'patient')).then(() => {
    isDone = true;
  });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(isDone).toBe(false);
  other.connection.exec('COMMIT');
  await pending;
  other.connection.close();
  expect(repNames()).toContain('patient');
});

it('writes audit and change-log with the change, and tells listeners after the commit', async () => {
  const heard: unknown[] = [];
  const stop = onCommit((changes) =>
    heard.push({ changes, inTransaction: held.current.connection.inTransaction }),
  );
  await write(ctx, (tx) => {
    tx.audit({ action: 'rep.create', entity: 'rep', recordId: 5, summary: 'Added.', after: { name: 'x' } });
    tx.changed({ entity: 'rep', recordId: 5, op: 'create' });
  });
  stop();
  const { connection } = held.current;
  expect(
    connection.prepare('SELECT actor, user_id, after FROM audit WHERE action = ?').get('rep.create'),
  ).toEqual({
    actor: 'Ada',
    user_id: 7,
    after: '{"name":"x"}',
  });
  expect(connection.prepare("SELECT op FROM change_log WHERE entity = 'rep'").get()).toEqual({
    op: 'create',
  });
  expect(heard).toEqual([{ changes: [{ entity: 'rep', recordId: 5, op: 'create' }], inTransaction: false }]);
});

it('rolls everything back when the body throws, and refuses a body that waits', async () => {
  const before = repNames();
  await expect(
    write(ctx, (tx) => {
      addRep(tx.connection, 'half');
      tx.audit({ action: 'rep.half', entity: 'rep', summary: 'Half.' });
      throw new Error('stop');
    }),
  ).rejects.toThrow('stop');
  await expect(
    write(ctx, async (tx) => {
      addRep(tx.connection, 'late');
    }),
  ).rejects.toThrow(/synchronous/);
  expect(repNames()).toEqual(before);
  expect(
    held.current.connection.prepare('SELECT 1 FROM audit WHERE action = ?').get('rep.half'),
  ).toBeUndefined();
});
