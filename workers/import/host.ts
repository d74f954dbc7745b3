import 'server-only';
import { isMainThread, Worker } from 'node:worker_threads';
import { readEnv } from '#lib/env.ts';
import { log } from '#lib/log.ts';
import { dropSingleton, processSingleton } from '#lib/shared/process-singleton.ts';
import type { FromWorker, ToWorker } from './protocol.ts';

/** `madeAt` is when the module that started the worker was evaluated. */
type Host = { worker: Worker | null; isStopping: boolean; restarts: number; madeAt: number };

const MAX_PAUSE_MS = 30_000;
const evaluatedAt = performance.now();

function host(): Host {
  return processSingleton('import-host', () => ({ worker: null, isStopping: false, restarts: 0, madeAt: 0 }));
}

/**
 * Starts the one thread that checks, applies and takes back imports. It first goes on with what a stopped process left;
 * a thread that dies is started again after a growing pause.
 */
export function startImports(): void {
  const state = host();
  if (state.worker || state.isStopping) return;
  const worker = new Worker(new URL('../../workers/import/entry.ts', import.meta.url), { name: 'import' });
  state.worker = worker;
  state.madeAt = evaluatedAt;
  worker.unref();
  worker.on('message', (message: FromWorker) => {
    log().error({ importId: message.importId, stack: message.stack }, message.message);
  });
  worker.on('error', (error) => log().error({ err: error }, 'the import worker failed'));
  worker.on('exit', (code) => {
    state.worker = null;
    if (state.isStopping) return;
    if (code === 0) return startImports();
    state.restarts++;
    setTimeout(startImports, Math.min(500 * 2 ** state.restarts, MAX_PAUSE_MS)).unref();
  });
}

/** In development a reload ends the old worker; one with the new code follows once it has finished what it does. */
function followReload(): void {
  const state = host();
  if (!state.worker) return startImports();
  if (state.madeAt >= evaluatedAt) return;
  state.madeAt = evaluatedAt;
  send({ type: 'stop' });
}

/** Tells the worker that something waits; it would find out by itself a second later. */
export function wakeImports(): void {
  if (!isMainThread) return;
  if (readEnv().nodeEnv === 'development') followReload();
  send({ type: 'wake' });
}

/** Lets the worker take nothing more; what runs is gone on with on the next start. */
export function stopImports(): void {
  host().isStopping = true;
  send({ type: 'stop' });
  if (!host().worker) dropSingleton('import-host');
}

function send(message: ToWorker): void {
  host().worker?.postMessage(message);
}
