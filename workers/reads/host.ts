import 'server-only';
import { resolve } from 'node:path';
import { isMainThread, Worker } from 'node:worker_threads';
import { store } from '#db/client.ts';
import { dropSingleton, processSingleton } from '#lib/shared/process-singleton.ts';
import { createRpcHost, type RpcHost } from '../rpc-host.ts';
import { type ReadTasks, readTasks } from './tasks.ts';

function host(databasePath: string): RpcHost {
  return processSingleton(`reads-host:${databasePath}`, () => createRpcHost(() => spawn(databasePath)));
}

function spawn(databasePath: string): Worker {
  const options = { workerData: { databasePath }, execArgv: ['--conditions=react-server'] };
  // After a reload in development the bundled entry can no longer be started; the source itself can.
  if (process.env.NODE_ENV === 'development') return new Worker(resolve('workers/reads/entry.ts'), options);
  return new Worker(new URL('./entry.ts', import.meta.url), options);
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
  const ask = () => host(connection.name).call(name, input, options);
  const answer = await ask().catch(async (error: unknown) => {
    if (!isOldThread(error)) throw error;
    await host(connection.name).stop();
    dropSingleton(`reads-host:${connection.name}`);
    return ask();
  });
  return answer as ReturnType<ReadTasks[Name]>;
}

/** After a reload in development the thread still runs the code of before and lacks newer tasks. */
function isOldThread(error: unknown): boolean {
  if (process.env.NODE_ENV === 'production' || !(error instanceof Error)) return false;
  return error.message.includes('No task "') || error.message.includes('__dirname');
}
