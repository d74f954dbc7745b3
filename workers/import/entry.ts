import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { parentPort } from 'node:worker_threads';
import { openStore, store, useStore } from '#db/client.ts';
import { readEnv } from '#lib/env.ts';
import { clearScratchStores } from '#lib/services/imports/scratch-store.ts';
import { workOnNextImport } from '#lib/services/imports/work-on-imports.ts';
import type { FromWorker, ToWorker } from './protocol.ts';

const IDLE_MS = 1000;
const BUSY_MS = 10_000;

let isStopping = false;
let pause = new AbortController();

parentPort?.on('message', (message: ToWorker) => {
  if (message.type === 'stop') isStopping = true;
  pause.abort();
});

clearScratchStores();
// A thread of its own may block while another connection writes.
useStore(openStore(readEnv().databasePath, { busyMs: BUSY_MS }));

while (!isStopping) {
  const found = await workOnNextImport(
    (actor) => ({ actor, now: Date.now(), newId: randomUUID, random: Math.random }),
    (error, importId) => {
      const { message, stack } = error instanceof Error ? error : new Error(String(error));
      const failed: FromWorker = { type: 'failed', importId, message, stack: stack ?? '' };
      parentPort?.postMessage(failed);
    },
  );
  if (found) continue;
  pause = new AbortController();
  await sleep(IDLE_MS, undefined, { signal: pause.signal }).catch(() => undefined);
}
store().connection.close();
parentPort?.close();
