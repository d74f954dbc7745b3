import { beforeEach, expect } from 'vitest';
import { closeStore, store } from '#db/client.ts';
import { openTempStore, testContext } from '#db/testing/temp-store.ts';
import type { ImportOptionsInput } from '#lib/imports/options.ts';
import { importFile, useTempDataFolder } from './import-reference.ts';

/** Who imports in tests that begin with two accounts. */
export const ctx = testContext();

/** Rows of the test's database. */
export const all = <T>(sql: string): T[] => store().connection.prepare(sql).all() as T[];

export const csv = (...lines: string[]) => ({ name: 'file.csv', text: `${lines.join('\n')}\n` });

/** Imports a file that has to come in. */
export async function load(file: { name: string; text: string }, options?: ImportOptionsInput) {
  const { applied } = await importFile(ctx, file, options ? () => options : undefined);
  expect(applied.failureReason).toBeNull();
  return applied;
}

/** Before each test a fresh database with the accounts Acme (A1) and Bolt (B2). */
export function useTwoAccounts(): void {
  useTempDataFolder();
  beforeEach(async () => {
    await openTempStore();
    await load(csv('Account ID,Account Name,Domain', 'A1,Acme,acme.com', 'B2,Bolt,bolt.com'));
    return () => {
      if (store().connection.open) closeStore();
    };
  });
}
