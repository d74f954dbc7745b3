import { setTimeout as sleep } from 'node:timers/promises';
import { workerData } from 'node:worker_threads';
import { openStore } from '#db/client.ts';
import { storeBytes } from '#lib/engine/store.ts';
import { keepIndex } from '#lib/evaluator/columns/index-keeper.ts';
import { standBeside } from '#lib/evaluator/columns/read-beside.ts';
import { keepLoopsApart } from '#lib/evaluator/columns/loops.ts';
import { openSavedIndex, saveIndex } from '#lib/evaluator/columns/saved-index.ts';
import { snapshotTaker } from '#lib/evaluator/columns/snapshots.ts';
import { warmUp } from '#lib/evaluator/columns/warm-up.ts';
import { type Answering, answering, answeringFromColumns } from '#lib/evaluator/sqlite/answering.ts';
import { answers, type TaskInput, type TaskName } from '#lib/evaluator/sqlite/tasks.ts';
import { log } from '#lib/log.ts';
import { workBehindOthers } from '../behind-others.ts';
import { serveRpc } from '../rpc-serve.ts';
import type { PreviewQuestion } from '#lib/evaluator/contract.ts';
import type { EvaluatorThread } from './protocol.ts';

const { databasePath, lane, ready } = workerData as EvaluatorThread;
const open = () => openStore(databasePath, { readonly: true, busyMs: 5_000 }).connection;
const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

/** How often it is asked whether columns should be kept beside the database. */
const SAVE_MS = 20_000;
/** However many people ask, reading takes a step so often, */
const AT_LEAST_EVERY_MS = 20;
/** and for so long in one go until there are columns: until then every question is a slow one. */
const FIRST_READ_MS = 25;
/** Questions are asked ahead only after nobody has asked for so long. */
const QUIET_MS = 500;
/** How often the columns go on to the present while nobody asks. */
const ADVANCE_MS = 1_000;

function fromColumns(): Answering {
  keepLoopsApart();
  const savedPath = `${databasePath}.columns`;
  const take = snapshotTaker(open, Date.now);
  let pausedAt = performance.now();
  // Reading goes on while nobody waits, or sometimes between two questions, but never between two steps of one.
  const pause = async () => {
    const hasColumns = index.current !== null;
    if (!hasColumns && performance.now() - pausedAt < FIRST_READ_MS) return;
    await turn();
    const leftMs = AT_LEAST_EVERY_MS - (performance.now() - pausedAt);
    if (hasColumns && leftMs > 0) await Promise.race([served.whenIdle(), sleep(leftMs)]);
    await answered.whenIdle();
    await turn();
    pausedAt = performance.now();
  };
  const onColdStart = (error: unknown) =>
    log().warn({ err: error }, 'the first questions were not asked ahead');
  // Nobody's question comes between: it is answered without a step in which others could begin. Who asks goes on asking.
  const askAlone = async (question: PreviewQuestion) => {
    await turn();
    while (performance.now() - askedAt < QUIET_MS) await sleep(QUIET_MS);
    await served.whenIdle();
    await answered.answer('preview', question, async () => {});
  };
  const index = keepIndex({
    take,
    takeBeside: (now) => standBeside(take, open, now),
    clock: Date.now,
    pause,
    sleep,
    openSaved: (snapshot) => openSavedIndex(savedPath, snapshot),
    writeSaved: (index) => saveIndex(savedPath, index),
    onLoaded: ({ store }, elapsedMs) =>
      log().info({ elapsedMs, bytes: storeBytes(store) }, 'column index read'),
    onComplete: ({ store }) => {
      const isFirst = Atomics.exchange(ready, 0, 1) === 0;
      if (isFirst) void warmUp(askAlone, store, Date.now()).catch(onColdStart);
    },
    onFailed: (error) => log().error({ err: error }, 'the column index could not be read'),
  });
  const answered = answeringFromColumns({ index, take, watcher: open(), clock: Date.now });
  index.reload(0);
  setInterval(() => index.save(), SAVE_MS).unref();
  setInterval(() => answered.advance(), ADVANCE_MS).unref();
  return answered.answer;
}

let askedAt = Number.NEGATIVE_INFINITY;

if (lane === 'heavy') workBehindOthers();
// One copy of the columns is enough: the other thread answers what they cannot.
const answer = lane === 'interactive' ? fromColumns() : answering(open(), Date.now);

/** A statement cannot be interrupted, so a question that was taken back ends between two of them. */
function checkpointOf(isCancelled: () => boolean) {
  return async () => {
    await turn();
    if (isCancelled()) throw new Error('The question was taken back.');
  };
}

const names = Object.keys(answers) as TaskName[];

const served = serveRpc(
  Object.fromEntries(
    names.map((name) => [
      name,
      (input: unknown, isCancelled: () => boolean) => {
        askedAt = performance.now();
        return answer(name, input as TaskInput<typeof name>, checkpointOf(isCancelled));
      },
    ]),
  ),
  // Sets are asked by jobs as a rule.
  (name) => !name.startsWith('members') && !name.startsWith('matches'),
);
