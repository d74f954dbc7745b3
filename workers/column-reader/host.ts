import 'server-only';
import { Worker } from 'node:worker_threads';
import type { OtherReader } from '#db/index-loader/load-core.ts';
import type { FromReader, Reading, ReaderThread, ToReader } from './protocol.ts';

export type ReaderHost = {
  /** Begins a read transaction in the present, leaving the one before; false when the thread is gone. */
  stand: () => Promise<boolean>;
  /** Reads in it what nobody else claims, and ends. */
  read: (reading: Reading) => OtherReader;
  stop: () => void;
};

/** Starts a thread that reads tables of a database file beside this one. */
export function startReader(databasePath: string): ReaderHost {
  const worker = new Worker(new URL('./entry.ts', import.meta.url), {
    workerData: { databasePath } satisfies ReaderThread,
    execArgv: ['--conditions=react-server'],
  });
  worker.unref();
  let isGone = false;
  let settle: (message: FromReader | null) => void = () => {};
  const end = () => {
    isGone = true;
    settle(null);
  };
  worker.on('message', (message: FromReader) => settle(message));
  worker.on('error', end);
  worker.on('exit', end);
  const ask = (message: ToReader) =>
    new Promise<FromReader | null>((resolve) => {
      settle = resolve;
      if (isGone) resolve(null);
      else worker.postMessage(message);
    });
  return {
    stand: async () => (await ask('stand')) === 'standing',
    read: (reading) => ({
      claims: reading.claims,
      tables: ask(reading).then((found) => (found && found !== 'standing' ? found.tables : null)),
    }),
    stop: () => void worker.terminate(),
  };
}
