import 'server-only';
import { isMainThread, Worker } from 'node:worker_threads';
import { store } from '#db/client.ts';
import { processSingleton } from '#lib/shared/process-singleton.ts';
import { createRpcHost, type RpcHost } from '../rpc-host.ts';
import { type ReadTasks, readTasks } from './tasks.ts';

function host(databasePath: string): RpcHost {
  return processSingleton(`reads-host:${databasePath}`, () =>
    createRpcHost(
      () =>
        new Worker(new URL('./entry.ts', import.meta.url), {
          workerData: { databasePath },
          execArgv: ['--conditions=react-server'],
        }),
    ),
  );
}

/**
 * Runs a read of more than about 5 ms off the main thread, on a read-only connection. Inside a worker thread it runs
 * where it is: that thread blocks nobody.
 */
export async function heavyRead<Name extends keyof ReadTasks>(
  name: Name,
  input: Parameters<ReadTasks[Name]>[1],
  options: { signal?: AbortSignal | undefined; deadlineMs?: number } = {},
): Promise<ReturnType<ReadTasks[Name]>> {
  const { connection } = store();
  if (!isMainThread) {
    const task = readTasks[name] as (on: typeof connection, input: unknown) => ReturnType<ReadTasks[Name]>;
    return task(connection, input);
  }
  return (await host(connection.name).call(name, input, options)) as ReturnType<ReadTasks[Name]>;
}
