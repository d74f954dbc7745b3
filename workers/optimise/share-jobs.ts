import { once } from 'node:events';
import type { MessagePort } from 'node:worker_threads';
import type { Control } from '#lib/territories/optimise/control.ts';
import { type Solved, solveComponent, workOf } from '#lib/territories/optimise/solve-component.ts';
import type { Job, RunJobs } from '#lib/territories/optimise/solve-plan.ts';
import type { HelpDone, HelpWanted, Progress } from './protocol.ts';

/** Solves jobs where it is called, reporting each with its part. */
export function solveJobs(
  jobs: readonly Job[],
  flag: Int32Array,
  report: (progress: Progress) => void,
): Solved[] {
  return jobs.map((job) => {
    const control: Control = {
      isCancelled: () => Atomics.load(flag, 0) === 1,
      report: (progress) => report({ part: job.part, ...progress }),
    };
    return solveComponent(job.problem, job, control);
  });
}

/** Shares jobs between this thread and its helpers: the longest first, each to whoever has least to do. */
export function sharedBetween(
  helpers: readonly MessagePort[],
  id: number,
  flag: Int32Array,
  report: (progress: Progress) => void,
): RunJobs {
  return async (jobs) => {
    const lists: { jobs: Job[]; work: number }[] = [...helpers, null].map(() => ({ jobs: [], work: 0 }));
    const work = new Map(jobs.map((job) => [job, workOf(job.problem, job.effort, !!job.warm?.prices)]));
    for (const job of [...jobs].sort((a, b) => work.get(b)! - work.get(a)! || a.part - b.part)) {
      const list = lists.reduce((least, other) => (other.work < least.work ? other : least));
      list.jobs.push(job);
      list.work += work.get(job)!;
    }
    const answers = helpers.map((port, index) => askHelper(port, { id, jobs: lists[index]!.jobs, flag }));
    const own = lists.at(-1)!;
    const solved = new Map<Job, Solved>();
    solveJobs(own.jobs, flag, report).forEach((part, index) => solved.set(own.jobs[index]!, part));
    for (const [index, answer] of (await Promise.all(answers)).entries()) {
      answer.forEach((part, nth) => solved.set(lists[index]!.jobs[nth]!, part));
    }
    return jobs.map((job) => solved.get(job)!);
  };
}

async function askHelper(port: MessagePort, wanted: HelpWanted): Promise<Solved[]> {
  if (wanted.jobs.length === 0) return [];
  port.postMessage(wanted);
  const [done] = (await once(port, 'message')) as [HelpDone];
  if (!done.ok) throw new Error(done.message);
  return done.solved;
}
