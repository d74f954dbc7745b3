import { workerData } from 'node:worker_threads';
import { openStore } from '#db/client.ts';
import { serveRpc } from '../rpc-serve.ts';
import { readTasks } from './tasks.ts';

const { databasePath } = workerData as { databasePath: string };
const { connection } = openStore(databasePath, { readonly: true, busyMs: 5_000 });

serveRpc(
  Object.fromEntries(
    Object.entries(readTasks).map(([name, task]) => [
      name,
      (input: unknown) => task(connection, input as never),
    ]),
  ),
);
