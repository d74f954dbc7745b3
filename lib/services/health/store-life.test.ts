import { copyFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { openStore } from '#db/client.ts';
import { testContext, useTempStore } from '#db/testing/temp-store.ts';
import { write } from '#db/write.ts';
import { readEnv } from '#lib/env.ts';
import { releaseStore } from './store-life.ts';

const held = useTempStore();

it('leaves the whole database in its one file, also while a thread still reads it', async () => {
  process.env.DATABASE_PATH = held.path;
  const reader = openStore(held.path, { readonly: true });
  reader.connection.prepare('SELECT count(*) FROM audit').get();
  await write(testContext(), (tx) =>
    tx.audit({ action: 'test.last', entity: 'test', summary: 'Last words.' }),
  );
  releaseStore();
  const copy = `${readEnv().databasePath}.copy`;
  copyFileSync(held.path, copy);
  const copied = openStore(copy, { readonly: true });
  expect(copied.connection.prepare('SELECT summary FROM audit').pluck().all()).toEqual(['Last words.']);
  copied.connection.close();
  reader.connection.close();
  delete process.env.DATABASE_PATH;
});
