import { workerData } from 'node:worker_threads';
import { openStore } from '#db/client.ts';
import { storeBytes } from '#lib/engine/store.ts';
import { type ColumnIndex, keepIndex } from '#lib/evaluator/columns/index-keeper.ts';
import { answering, answers, type TaskInput, type TaskName } from '#lib/evaluator/sqlite/tasks.ts';
import { log } from '#lib/log.ts';
import { serveRpc } from '../rpc-serve.ts';
import type { EvaluatorThread } from './protocol.ts';

const { databasePath, lane } = workerData as EvaluatorThread;
const open = () => openStore(databasePath, { readonly: true, busyMs: 5_000 }).connection;
const pause = () => new Promise<void>((resolve) => setImmediate(resolve));
const onFailed = (error: unknown) => log().error({ err: error }, 'the column index could not be read');
const onLoaded = ({ store }: ColumnIndex, elapsedMs: number) =>
  log().info({ elapsedMs, bytes: storeBytes(store) }, 'column index read');
// One copy of the columns is enough: the other thread answers what they cannot.
const keeper =
  lane === 'interactive' ? keepIndex({ open, clock: Date.now, pause, onLoaded, onFailed }) : null;
const answer = answering(open(), Date.now, keeper);
keeper?.reload(0);

/** A statement cannot be interrupted, so a question that was taken back ends between two of them. */
function checkpointOf(isCancelled: () => boolean) {
  return async () => {
    await pause();
    if (isCancelled()) throw new Error('The question was taken back.');
  };
}

const names = Object.keys(answers) as TaskName[];

serveRpc(
  Object.fromEntries(
    names.map((name) => [
      name,
      (input: unknown, isCancelled: () => boolean) =>
        answer(name, input as TaskInput<typeof name>, checkpointOf(isCancelled)),
    ]),
  ),
);
