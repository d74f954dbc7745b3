import 'server-only';
import { Worker } from 'node:worker_threads';
import { processSingleton } from '#lib/shared/process-singleton.ts';
import { createRpcHost, type RpcHost } from '../rpc-host.ts';
import type { EvaluatorThread, Lane } from './protocol.ts';

type Shared = { host: RpcHost; ready: Int32Array };

function shared(databasePath: string, lane: Lane): Shared {
  return processSingleton(`evaluator-host:${lane}:${databasePath}`, () => {
    const ready = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
    const spawn = () => {
      // A thread that takes the place of one that died reads everything again.
      Atomics.store(ready, 0, 0);
      return new Worker(new URL('./entry.ts', import.meta.url), {
        workerData: { databasePath, lane, ready } satisfies EvaluatorThread,
        execArgv: ['--conditions=react-server'],
      });
    };
    return { host: createRpcHost(spawn), ready };
  });
}

/** The thread of one lane for a database file, started on first use and kept for the process. */
export function evaluatorHost(databasePath: string, lane: Lane): RpcHost {
  return shared(databasePath, lane).host;
}

/** Whether the thread that holds the columns has read all of them once. */
export function hasReadColumns(databasePath: string): boolean {
  return Atomics.load(shared(databasePath, 'interactive').ready, 0) === 1;
}
