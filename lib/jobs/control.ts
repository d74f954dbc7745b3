import type { Context } from '#lib/permissions/context.ts';

/** What a job's verb may say and ask while it works. */
export type JobControl = {
  /** Shown to whoever waits; cheap enough to call for every batch. */
  progress: (done: number, total: number, message?: string) => void;
  /** Whether somebody asked to stop: end at the next safe place. */
  isCancelled: () => boolean;
};

/**
 * The verb of a job kind. It may run twice for one job (a killed process starts it again), so doing it again must
 * do no harm. What it returns is the job's result.
 */
export type JobVerb = (ctx: Context, payload: unknown, control: JobControl) => Promise<unknown> | unknown;
