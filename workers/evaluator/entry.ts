import { workerData } from 'node:worker_threads';
import { openStore } from '#db/client.ts';
import { answering, type TaskInput, type TaskName } from '#lib/evaluator/sqlite/tasks.ts';
import { serveRpc } from '../rpc-serve.ts';
import type { EvaluatorThread } from './protocol.ts';

const { databasePath } = workerData as EvaluatorThread;
const { connection } = openStore(databasePath, { readonly: true, busyMs: 5_000 });
const answer = answering(connection, Date.now);

/** A statement cannot be interrupted, so a question that was taken back ends between two of them. */
function checkpointOf(isCancelled: () => boolean) {
  return async () => {
    await new Promise(setImmediate);
    if (isCancelled()) throw new Error('The question was taken back.');
  };
}

const names: TaskName[] = ['preview', 'count', 'members', 'matches', 'explain', 'values'];

serveRpc(
  Object.fromEntries(
    names.map((name) => [
      name,
      (input: unknown, isCancelled: () => boolean) =>
        answer(name, input as TaskInput<typeof name>, checkpointOf(isCancelled)),
    ]),
  ),
);
