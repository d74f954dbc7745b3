import { beforeEach, expect, test } from 'vitest';
import { openStore, store } from '#db/client.ts';
import { openTempStore, testContext } from '#db/testing/temp-store.ts';
import { applyImportLater } from './apply.ts';
import { applyImport } from './apply-import.ts';
import { checkFile, useTempDataFolder } from './testing/import-reference.ts';

const ctx = testContext();
useTempDataFolder();
let drop = () => {};
beforeEach(async () => {
  drop();
  ({ drop } = await openTempStore());
});

test('a parent is the account that has its id when the batch is written, also if somebody gives it to another meanwhile', async () => {
  const { connection } = store();
  const add = connection.prepare(
    'INSERT INTO accounts (name, name_folded, external_id, created_at, updated_at) VALUES (?, ?, ?, 0, 0)',
  );
  add.run('Before', 'BEFORE', 'P');
  add.run('After', 'AFTER', 'Q');
  const children = Array.from({ length: 400 }, (_, at) => `C${at},Child ${at},P`);
  const text = ['Id,Name,Parent', ...children].join('\n');
  const checked = await checkFile(
    ctx,
    { name: 'accounts.csv', text },
    {
      entity: 'account',
      mapping: {
        Id: { field: 'externalId' },
        Name: { field: 'name' },
        Parent: { field: 'parent', match: ['externalId'] },
      },
    },
  );
  await applyImportLater(ctx, checked.id);
  const other = openStore(connection.name);
  const linked = () =>
    other.connection
      .prepare<[], number>('SELECT count(*) FROM accounts WHERE parent_id IS NOT NULL')
      .pluck()
      .get() ?? 0;
  let atChange = 0;
  const pace = {
    batchMs: 0.2,
    // Asked for right before a batch is written.
    get pauseMs() {
      if (atChange === 0 && linked() > 0) {
        atChange = linked();
        other.connection.exec(
          "UPDATE accounts SET external_id = 'X' WHERE name = 'Before'; UPDATE accounts SET external_id = 'P' WHERE name = 'After'",
        );
      }
      return 0;
    },
  };
  await applyImport(ctx, Number.parseInt(checked.id.slice(4), 36), store(), pace);
  other.connection.close();
  const counts = connection
    .prepare(
      'SELECT p.name, count(*) AS n FROM accounts c JOIN accounts p ON p.id = c.parent_id GROUP BY p.id ORDER BY p.id',
    )
    .all();
  expect(atChange).toBeGreaterThan(0);
  expect(counts).toEqual([
    { name: 'Before', n: atChange },
    { name: 'After', n: 400 - atChange },
  ]);
});
