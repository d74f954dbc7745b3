import type { Question } from '#lib/evaluator/contract.ts';

/** To the worker: look into the queue now, take nothing more, or the members that it asked for. */
export type ToWorker =
  | { type: 'wake' }
  | { type: 'stop' }
  | { type: 'members'; id: number; members: Int32Array | null };

/** From the worker: something failed that nobody expected, or members are asked of the columns. */
export type FromWorker =
  | { type: 'failed'; kind: string; jobId: number; message: string; stack: string }
  | { type: 'ask'; id: number; question: Question };
