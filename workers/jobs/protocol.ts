import type { RelayedName } from '#lib/evaluator/relay.ts';

/** To the worker: look into the queue now, take nothing more, or what it asked of the columns (null without them). */
export type ToWorker = { type: 'wake' } | { type: 'stop' } | { type: 'answer'; id: number; answer: unknown };

/** From the worker: something failed that nobody expected, or something is asked of the columns. */
export type FromWorker =
  | { type: 'failed'; kind: string; jobId: number; message: string; stack: string }
  | { type: 'ask'; id: number; name: RelayedName; input: unknown };
