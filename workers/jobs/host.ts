import 'server-only';
import { isMainThread, Worker } from 'node:worker_threads';
import { askColumns } from '#lib/evaluator/choose.ts';
import type { TaskInput } from '#lib/evaluator/sqlite/tasks.ts';
import { log } from '#lib/log.ts';
import { dropSingleton, processSingleton } from '#lib/shared/process-singleton.ts';
import type { FromWorker, ToWorker } from './protocol.ts';

type Host = { worker: Worker | null; isStopping: boolean; restarts: number };

const MAX_PAUSE_MS = 30_000;

function host(): Host {
  return processSingleton('jobs-host', () => ({ worker: null, isStopping: false, restarts: 0 }));
}

/** Starts the one worker thread that runs jobs; one that dies is started again after a growing pause. */
export function startWorker(): void {
  const state = host();
  if (state.worker || state.isStopping) return;
  const worker = new Worker(new URL('./entry.ts', import.meta.url), {
    name: 'jobs',
    execArgv: ['--conditions=react-server'],
  });
  state.worker = worker;
  worker.unref();
  worker.on('message', (message: FromWorker) => {
    if (message.type === 'ask') {
      const { id, name, input } = message;
      void askColumns(name, input as TaskInput<typeof name>)
        // Without an answer the worker finds it out by itself.
        .catch(() => null)
        .then((answer) => send({ type: 'answer', id, answer }));
      return;
    }
    log().error({ kind: message.kind, jobId: message.jobId, stack: message.stack }, message.message);
  });
  worker.on('error', (error) => log().error({ err: error }, 'the jobs worker failed'));
  worker.on('exit', () => {
    state.worker = null;
    if (state.isStopping) return;
    state.restarts++;
    setTimeout(startWorker, Math.min(500 * 2 ** state.restarts, MAX_PAUSE_MS)).unref();
  });
}

/** Tells the worker that there is something new; it would find out by itself a second later. */
export function wakeWorker(): void {
  if (isMainThread) send({ type: 'wake' });
}

/** Lets the worker take nothing more. */
export function stopWorker(): void {
  host().isStopping = true;
  send({ type: 'stop' });
  if (!host().worker) dropSingleton('jobs-host');
}

function send(message: ToWorker): void {
  host().worker?.postMessage(message);
}
