import 'server-only';
import { startImports, stopImports } from '#workers/import/host.ts';
import { startWorker, stopWorker } from '#workers/jobs/host.ts';
import { startSchedule, stopSchedule } from './schedule.ts';

/** Starts the workers and the clock; called once by the server that owns the database. */
export function startJobs(): void {
  startWorker();
  startImports();
  startSchedule();
}

/** Takes no new work; what runs is cut off with the process and picked up again on the next start. */
export function stopJobs(): void {
  stopSchedule();
  stopImports();
  stopWorker();
}
