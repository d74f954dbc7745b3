import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import type { Actor } from '#lib/permissions/actor.ts';
import { systemActor } from '#lib/permissions/actor.ts';
import type { Context } from '#lib/permissions/context.ts';
import { closeStore, openStore, type Store, useStore } from '../client.ts';
import { migrateDatabase } from '../migrate.ts';

let template: Promise<string> | undefined;

function templateFile(): Promise<string> {
  template ??= (async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'tessera-template-')), 'template.db');
    await migrateDatabase(path);
    return path;
  })();
  return template;
}

/** A migrated database of its own, used as the process's store until `drop`. */
export async function openTempStore(): Promise<{ store: Store; path: string; drop: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), 'tessera-test-'));
  const path = join(folder, 'test.db');
  copyFileSync(await templateFile(), path);
  const store = openStore(path);
  useStore(store);
  return {
    store,
    path,
    drop: () => {
      closeStore();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Gives the test file one temporary database; read `current` inside tests. */
export function useTempStore(): { current: Store; path: string } {
  const held = {} as { current: Store; path: string };
  let drop = () => {};
  beforeAll(async () => {
    const opened = await openTempStore();
    held.current = opened.store;
    held.path = opened.path;
    drop = opened.drop;
  });
  afterAll(() => drop());
  return held;
}

/** A context with a fixed clock, counted ids and a fixed chance. */
export function testContext(
  overrides: Partial<Omit<Context, 'actor'>> & { actor?: Partial<Actor> } = {},
): Context {
  let ids = 0;
  const { actor, ...rest } = overrides;
  return {
    now: Date.UTC(2026, 10, 22, 9, 0, 0),
    newId: () => `id-${++ids}`,
    random: () => 0.5,
    ...rest,
    actor: { ...systemActor, ...actor },
  };
}
