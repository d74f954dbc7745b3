import 'server-only';
import { Worker } from 'node:worker_threads';
import { processSingleton } from '#lib/shared/process-singleton.ts';
import { createRpcHost, type RpcHost } from '../rpc-host.ts';
import type { EvaluatorThread, Lane } from './protocol.ts';

/** The thread of one lane for a database file, started on first use and kept for the process. */
export function evaluatorHost(databasePath: string, lane: Lane): RpcHost {
  return processSingleton(`evaluator-host:${lane}:${databasePath}`, () =>
    createRpcHost(
      () =>
        new Worker(new URL('./entry.ts', import.meta.url), {
          workerData: { databasePath, lane } satisfies EvaluatorThread,
          execArgv: ['--conditions=react-server'],
        }),
    ),
  );
}
