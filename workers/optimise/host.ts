import 'server-only';
import { resolve } from 'node:path';
import { MessageChannel, Worker } from 'node:worker_threads';
import { appError } from '#lib/shared/errors.ts';
import type { AnswerTo, Ask, FromWorker, Progress, ToHelper, ToLead } from './protocol.ts';

export type Asking = {
  onProgress?: (progress: Progress) => void;
  /** Stops the search; the answer is the best plan found until then, flagged `isStoppedEarly`. */
  signal?: AbortSignal | undefined;
};

export type Optimiser = {
  ask: <Kind extends Ask['kind']>(
    ask: Extract<Ask, { kind: Kind }>,
    asking?: Asking,
  ) => Promise<AnswerTo<Kind>>;
  close: () => Promise<void>;
};

type Pending = { resolve: (value: never) => void; reject: (error: unknown) => void } & Asking;

function spawn(): Worker {
  const options = { name: 'optimise', execArgv: ['--conditions=react-server'] };
  // After a reload in development the bundled entry can no longer be started; the source itself can.
  const worker =
    process.env.NODE_ENV === 'development'
      ? new Worker(resolve('workers/optimise/entry.ts'), options)
      : new Worker(new URL('./entry.ts', import.meta.url), options);
  worker.unref();
  return worker;
}

/**
 * Threads for one plan on screen: one keeps the plan and answers, the others help with its parts. The same question
 * has the same answer with any number of threads. A thread that dies fails what is open; the caller opens a new one.
 */
export function openOptimiser(threads = 2): Optimiser {
  const lead = spawn();
  const helpers = Array.from({ length: Math.max(0, threads - 1) }, spawn);
  const open = new Map<number, Pending>();
  let lastId = 0;
  const isLead = (worker: Worker) => worker === lead;

  for (const helper of helpers) {
    const { port1, port2 } = new MessageChannel();
    helper.postMessage({ type: 'help', port: port1 } satisfies ToHelper, [port1]);
    lead.postMessage({ type: 'helper', port: port2 } satisfies ToLead, [port2]);
  }
  for (const worker of [lead, ...helpers]) {
    worker.on('message', settle);
    worker.on('error', failAll);
    worker.on('exit', () => {
      failAll();
      if (!isLead(worker)) void lead.terminate();
    });
  }

  function settle(message: FromWorker): void {
    const pending = open.get(message.id);
    if (!pending) return;
    if (message.type === 'progress') return pending.onProgress?.(message.progress);
    open.delete(message.id);
    if (message.type === 'answer') pending.resolve(message.value as never);
    else if (message.code === null) pending.reject(new Error(message.message));
    else pending.reject(appError(message.code, message.message, { issues: message.issues }));
  }

  function failAll(): void {
    for (const pending of open.values()) {
      pending.reject(appError('unavailable', 'The optimiser stopped. Please try again.'));
    }
    open.clear();
  }

  return {
    ask(ask, { onProgress, signal } = {}) {
      const flag = new Int32Array(new SharedArrayBuffer(4));
      const cancel = () => void Atomics.store(flag, 0, 1);
      if (signal?.aborted) cancel();
      signal?.addEventListener('abort', cancel, { once: true });
      const id = ++lastId;
      return new Promise((resolve, reject) => {
        open.set(id, { resolve, reject, ...(onProgress ? { onProgress } : {}) });
        lead.postMessage({ type: 'ask', id, ask, flag } satisfies ToLead);
      });
    },
    async close() {
      await Promise.all([lead, ...helpers].map((worker) => worker.terminate()));
    },
  };
}
