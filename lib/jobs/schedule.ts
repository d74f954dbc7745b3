import 'server-only';
import { randomUUID } from 'node:crypto';
import { Cron } from 'croner';
import { store } from '#db/client.ts';
import { workspaceSettings } from '#db/queries/settings/workspace.ts';
import { onCommit, write } from '#db/write.ts';
import { log } from '#lib/log.ts';
import { systemActor } from '#lib/permissions/actor.ts';
import { dropSingleton, processSingleton } from '#lib/shared/process-singleton.ts';
import { enqueue, type NewJob } from './queue.ts';

/** What happens by itself, at a minute and hour of the workspace's own time zone. */
const plan: { at: string; job: NewJob }[] = [
  { at: '0 0 * * *', job: { kind: 'plans.takeEffect', payload: {}, dedupeKey: 'plans.takeEffect' } },
  {
    at: '0 0 * * *',
    job: { kind: 'segments.refresh', payload: { cause: 'time' }, dedupeKey: 'segments.refresh.time' },
  },
  { at: '0 3 * * *', job: { kind: 'jobs.housekeeping', payload: null, dedupeKey: 'jobs.housekeeping' } },
];

/**
 * Starts the clock. Everything planned is also asked for once at the start, because the server may have been off
 * at its time; doing it again does no harm.
 */
export function startSchedule(): void {
  stopSchedule();
  const { timeZone } = workspaceSettings(store().connection);
  processSingleton('schedule', () =>
    plan.map(
      ({ at, job }) => new Cron(at, { timezone: timeZone, unref: true, protect: true }, () => ask(job)),
    ),
  );
  for (const { job } of plan) ask(job);
  processSingleton('schedule-follows-settings', followSettings);
}

/** A changed time zone moves the clock at once. */
function followSettings(): true {
  onCommit((changes) => {
    if (changes.some((change) => change.entity === 'workspace')) startSchedule();
  });
  return true;
}

export function stopSchedule(): void {
  for (const cron of processSingleton<Cron[]>('schedule', () => [])) cron.stop();
  dropSingleton('schedule');
}

function ask(job: NewJob): void {
  const ctx = { actor: systemActor, now: Date.now(), newId: randomUUID, random: Math.random };
  write(ctx, (tx) => enqueue(tx, job)).catch((error: unknown) =>
    log().error({ err: error, kind: job.kind }, 'a planned job could not be queued'),
  );
}
