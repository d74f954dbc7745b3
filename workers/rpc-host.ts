import 'server-only';
import type { Worker } from 'node:worker_threads';
import { type AppErrorCode, appError, type Issue } from '#lib/shared/errors.ts';

export type RpcRequest = { id: number; name: string; input: unknown } | { cancel: number };
export type RpcFault = { code: AppErrorCode | null; message: string; issues?: Issue[] };
export type RpcAnswer = { id: number; ok: true; value: unknown } | { id: number; ok: false; fault: RpcFault };

type Pending = {
  request: { id: number; name: string; input: unknown };
  tries: number;
  resolve: (value: unknown) => void;
  reject: (error: unknown) => void;
};

export type RpcHost = {
  /** Starts the thread before anybody asks. */
  start: () => void;
  call: (
    name: string,
    input: unknown,
    options?: { signal?: AbortSignal | undefined; deadlineMs?: number },
  ) => Promise<unknown>;
  stop: () => Promise<void>;
};

/**
 * Owns one worker thread: starts it on first use, numbers requests, passes cancellation on, and answers
 * `unavailable` past the deadline. A worker that dies is started again and its open requests are asked once more,
 * so that a crash loses none of them; a request that kills it twice is answered with an error.
 */
export function createRpcHost(spawn: () => Worker): RpcHost {
  let worker: Worker | null = null;
  let lastId = 0;
  const pending = new Map<number, Pending>();

  function start(): Worker {
    if (worker) return worker;
    const started = spawn();
    started.unref();
    started.on('message', (answer: RpcAnswer) => settle(answer));
    started.on('error', () => {});
    started.on('exit', () => {
      if (worker !== started) return;
      worker = null;
      askAgain();
    });
    worker = started;
    return started;
  }

  function settle(answer: RpcAnswer): void {
    const open = pending.get(answer.id);
    if (!open) return;
    pending.delete(answer.id);
    if (answer.ok) open.resolve(answer.value);
    else open.reject(errorOf(answer.fault));
  }

  function askAgain(): void {
    for (const [id, open] of pending) {
      if (open.tries >= 2) {
        pending.delete(id);
        open.reject(appError('unavailable', 'This could not be worked out. Please try again.'));
        continue;
      }
      open.tries += 1;
      start().postMessage(open.request);
    }
  }

  return {
    start: () => void start(),
    call(name, input, { signal, deadlineMs = 60_000 } = {}) {
      return new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason);
        const id = ++lastId;
        const leave = () => {
          clearTimeout(timer);
          signal?.removeEventListener('abort', onAbort);
        };
        const giveUp = (error: unknown) => {
          if (!pending.delete(id)) return;
          worker?.postMessage({ cancel: id } satisfies RpcRequest);
          leave();
          reject(error);
        };
        const onAbort = () => giveUp(signal?.reason);
        const timer = setTimeout(
          () => giveUp(appError('unavailable', 'This took too long and was stopped. Please try again.')),
          deadlineMs,
        );
        signal?.addEventListener('abort', onAbort, { once: true });
        pending.set(id, {
          request: { id, name, input },
          tries: 1,
          resolve: (value) => (leave(), resolve(value)),
          reject: (error) => (leave(), reject(error)),
        });
        start().postMessage({ id, name, input } satisfies RpcRequest);
      });
    },
    async stop() {
      const stopping = worker;
      worker = null;
      for (const [id, open] of pending) {
        pending.delete(id);
        open.reject(appError('unavailable', 'The server is stopping.'));
      }
      await stopping?.terminate();
    },
  };
}

function errorOf(fault: RpcFault): Error {
  if (fault.code === null) return new Error(fault.message);
  return appError(fault.code, fault.message, fault.issues ? { issues: fault.issues } : {});
}
