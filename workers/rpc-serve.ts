import 'server-only';
import { parentPort } from 'node:worker_threads';
import { isAppError } from '#lib/shared/errors.ts';
import type { RpcAnswer, RpcFault, RpcRequest } from './rpc-host.ts';

export type RpcTask = (input: unknown, isCancelled: () => boolean) => unknown;

/**
 * Answers requests inside a worker thread, one at a time and in the order in which they came; what people wait for
 * (`isUrgent`) goes first. Cancelled requests that have not begun are dropped: who asks anew takes back what he asked.
 * `whenIdle` resolves when nobody waits.
 */
export function serveRpc(
  tasks: Record<string, RpcTask>,
  isUrgent: (name: string) => boolean = () => true,
): { whenIdle: () => Promise<void> } {
  const port = parentPort;
  if (!port) throw new Error('This file runs inside a worker thread.');
  const waiting: { id: number; name: string; input: unknown }[] = [];
  const cancelled = new Set<number>();
  let isBusy = false;
  let idle = Promise.withResolvers<void>();
  idle.resolve();

  port.on('message', (request: RpcRequest) => {
    if ('cancel' in request) {
      const index = waiting.findIndex((item) => item.id === request.cancel);
      if (index >= 0) waiting.splice(index, 1);
      else cancelled.add(request.cancel);
      return;
    }
    waiting.push(request);
    if (!isBusy) void work();
  });

  function takeNext() {
    const urgent = waiting.findIndex(({ name }) => isUrgent(name));
    return waiting.splice(Math.max(0, urgent), 1)[0];
  }

  async function work(): Promise<void> {
    isBusy = true;
    idle = Promise.withResolvers();
    for (let next = takeNext(); next; next = takeNext()) {
      port?.postMessage(await answer(next.id, next.name, next.input));
      cancelled.delete(next.id);
      // Lets cancellations and newer requests in between two tasks.
      await new Promise(setImmediate);
    }
    isBusy = false;
    idle.resolve();
  }

  async function answer(id: number, name: string, input: unknown): Promise<RpcAnswer> {
    try {
      const task = tasks[name];
      if (!task) throw new Error(`No task "${name}".`);
      return { id, ok: true, value: await task(input, () => cancelled.has(id)) };
    } catch (error) {
      return { id, ok: false, fault: faultOf(error) };
    }
  }

  return { whenIdle: () => idle.promise };
}

function faultOf(error: unknown): RpcFault {
  if (isAppError(error)) {
    return { code: error.code, message: error.message, ...(error.issues ? { issues: error.issues } : {}) };
  }
  return { code: null, message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}
