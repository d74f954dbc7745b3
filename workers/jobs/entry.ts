import { setTimeout as sleep } from 'node:timers/promises';
import { parentPort } from 'node:worker_threads';
import { openStore, store, useStore } from '#db/client.ts';
import { type JobLane, recoverJobs } from '#db/queries/jobs/work-queue.ts';
import { readEnv } from '#lib/env.ts';
import { type Relay, type RelayedName, useRelay } from '#lib/evaluator/relay.ts';
import { jobKinds, longKinds } from '#lib/jobs/kinds.ts';
import { MAX_ATTEMPTS, runNext } from '#lib/jobs/run-next.ts';
import { workBehindOthers } from '../behind-others.ts';
import type { FromWorker, ToWorker } from './protocol.ts';

const IDLE_MS = 1000;
const BUSY_MS = 10_000;

let isStopping = false;
let pause = new AbortController();

const asked = new Map<number, (answer: unknown) => void>();
let lastAsked = 0;
function ask(name: RelayedName, input: unknown): Promise<unknown> {
  const id = ++lastAsked;
  const question: FromWorker = { type: 'ask', id, name, input };
  return new Promise((resolve) => {
    asked.set(id, resolve);
    parentPort?.postMessage(question);
  });
}
useRelay(ask as Relay);

parentPort?.on('message', (message: ToWorker) => {
  if (message.type === 'answer') {
    asked.get(message.id)?.(message.answer);
    asked.delete(message.id);
    return;
  }
  if (message.type === 'stop') isStopping = true;
  pause.abort();
  pause = new AbortController();
});

workBehindOthers();
// A thread of its own may block while another connection writes.
useStore(openStore(readEnv().databasePath, { busyMs: BUSY_MS }));
recoverJobs(store().connection, MAX_ATTEMPTS, Date.now());

/** Runs what is due of these kinds, one after the other, until the worker stops. */
async function serve(lane: JobLane): Promise<void> {
  while (!isStopping) {
    const found = await runNext(jobKinds, Date.now, tell, lane);
    if (!found) await sleep(IDLE_MS, undefined, { signal: pause.signal }).catch(() => undefined);
  }
}

function tell(error: unknown, job: { id: number; kind: string }): void {
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  const failed: FromWorker = { type: 'failed', kind: job.kind, jobId: job.id, message, stack: stack ?? '' };
  parentPort?.postMessage(failed);
}

await Promise.all([serve({ except: longKinds }), serve({ only: longKinds })]);
store().connection.close();
parentPort?.close();
