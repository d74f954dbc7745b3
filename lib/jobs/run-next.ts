import 'server-only';
import { randomUUID } from 'node:crypto';
import { store } from '#db/client.ts';
import {
  type ClaimedJob,
  claimJob,
  endJob,
  isCancelRequested,
  type JobEnd,
  type JobLane,
  saveProgress,
} from '#db/queries/jobs/work-queue.ts';
import { systemActor } from '#lib/permissions/actor.ts';
import type { Context } from '#lib/permissions/context.ts';
import { isAppError } from '#lib/shared/errors.ts';
import type { JobControl, JobVerb } from './control.ts';

export const MAX_ATTEMPTS = 3;
const PROGRESS_EVERY_MS = 150;

/**
 * Claims the next due job, runs its verb to the end and writes down how it ended. Returns false when nothing is due.
 * A refusal (`AppError`) fails at once; anything else is tried again with a growing pause.
 */
export async function runNext(
  verbs: Record<string, JobVerb>,
  clock: () => number,
  report: (error: unknown, job: ClaimedJob) => void,
  lane?: JobLane,
): Promise<boolean> {
  const { connection } = store();
  const job = claimJob(connection, clock(), lane);
  if (!job) return false;
  const control = controlOf(job.id, clock);
  let end: JobEnd;
  try {
    const verb = verbs[job.kind];
    if (!verb) throw new Error(`There is no job kind "${job.kind}".`);
    const result = await verb(contextOf(job, clock()), JSON.parse(job.payload), control);
    control.flush();
    end = { status: control.isCancelled() ? 'cancelled' : 'completed', result };
  } catch (error) {
    if (!isAppError(error)) report(error, job);
    end = endAfter(error, job, control.isCancelled(), clock());
  }
  endJob(connection, job.id, end, clock());
  return true;
}

function endAfter(error: unknown, job: ClaimedJob, isCancelled: boolean, now: number): JobEnd {
  if (isCancelled) return { status: 'cancelled', result: null };
  if (isAppError(error)) return { status: 'failed', error: error.message };
  const sentence = 'Something went wrong on the server. It has been logged.';
  if (job.attempts >= MAX_ATTEMPTS) return { status: 'failed', error: sentence };
  return { status: 'queued', error: sentence, runAt: now + 1000 * 4 ** job.attempts };
}

/** Permission was checked when the job was asked for; it runs with the system's reach under that person's name. */
function contextOf(job: ClaimedJob, now: number): Context {
  const actor = { ...systemActor, userId: job.userId, name: job.userName ?? systemActor.name };
  return { actor, now, newId: randomUUID, random: Math.random };
}

function controlOf(jobId: number, clock: () => number): JobControl & { flush: () => void } {
  const { connection } = store();
  let pending: { done: number; total: number; message: string | null } | null = null;
  let savedAt = 0;
  let cancelled = false;
  let askedAt = 0;
  const flush = () => {
    if (pending) saveProgress(connection, jobId, pending);
    pending = null;
    savedAt = clock();
  };
  return {
    flush,
    progress(done, total, message) {
      pending = { done, total, message: message ?? null };
      if (clock() - savedAt >= PROGRESS_EVERY_MS) flush();
    },
    isCancelled() {
      if (!cancelled && clock() - askedAt >= PROGRESS_EVERY_MS) {
        cancelled = isCancelRequested(connection, jobId);
        askedAt = clock();
      }
      return cancelled;
    },
  };
}
