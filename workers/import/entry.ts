import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { parentPort } from 'node:worker_threads';
import { openStore, store, useStore } from '#db/client.ts';
import { readEnv } from '#lib/env.ts';
import { type Actor, systemActor } from '#lib/permissions/actor.ts';
import type { Context } from '#lib/permissions/context.ts';
import { clearScratchStores } from '#lib/services/imports/scratch-store.ts';
import { tidyImportFiles } from '#lib/services/imports/tidy-files.ts';
import { workOnNextImport } from '#lib/services/imports/work-on-imports.ts';
import { workBehindOthers } from '../behind-others.ts';
import type { FromWorker, ToWorker } from './protocol.ts';

const IDLE_MS = 1000;
const BUSY_MS = 10_000;

let isStopping = false;
let pause = new AbortController();

parentPort?.on('message', (message: ToWorker) => {
  if (message.type === 'stop') isStopping = true;
  pause.abort();
});

workBehindOthers();
clearScratchStores();
// A thread of its own may block while another connection writes.
useStore(openStore(readEnv().databasePath, { busyMs: BUSY_MS }));

const contextFor = (actor: Actor): Context => ({
  actor,
  now: Date.now(),
  newId: randomUUID,
  random: Math.random,
});
await tidyImportFiles(contextFor(systemActor)).catch(report(0));

while (!isStopping) {
  const found = await workOnNextImport(contextFor, (error, importId) => report(importId)(error));
  if (found) continue;
  pause = new AbortController();
  await sleep(IDLE_MS, undefined, { signal: pause.signal }).catch(() => undefined);
}
store().connection.close();
parentPort?.close();

/** Hands an unexpected error to the main thread's log. */
function report(importId: number) {
  return (error: unknown): void => {
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    const failed: FromWorker = { type: 'failed', importId, message, stack: stack ?? '' };
    parentPort?.postMessage(failed);
  };
}
