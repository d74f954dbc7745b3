import 'server-only';
import { z } from 'zod';
import { type Connection, store } from '#db/client.ts';
import { findJobRow, type JobRow, requestCancel } from '#db/queries/jobs/job-rows.ts';
import { write } from '#db/write.ts';
import { can } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { appError } from '#lib/shared/errors.ts';
import { toPublicId, toRowId } from '#lib/shared/ids.ts';
import type { Job } from '#lib/shared/job-shapes.ts';

/** How far a job is; for whoever asked for it and for those who edit settings. */
export function getJob(ctx: Context, id: string): Job {
  return jobView(requireJob(ctx, store().connection, id));
}

/** Asks a job to stop: a waiting one ends at once, a running one at its next safe place. */
export async function cancelJob(ctx: Context, id: string): Promise<Job> {
  await write(ctx, (tx) => {
    const row = requireJob(ctx, tx.connection, id);
    requestCancel(tx.connection, row.id, ctx.now);
    tx.audit({
      action: 'job.cancel',
      entity: 'job',
      recordId: row.id,
      summary: `Asked the job ${row.kind} to stop.`,
    });
  });
  return getJob(ctx, id);
}

function requireJob(ctx: Context, connection: Connection, id: string): JobRow {
  const row = findJobRow(connection, toRowId('job', id));
  if (!row) throw appError('not_found', `There is no job "${id}".`);
  const isOwn = row.userId !== null && row.userId === ctx.actor.userId;
  if (!isOwn && !can(ctx.actor, 'settings.edit')) {
    throw appError('forbidden', 'This job was asked for by somebody else.');
  }
  return row;
}

function jobView(row: JobRow): Job {
  return {
    id: toPublicId('job', row.id),
    kind: row.kind,
    status: row.status,
    progress: { done: row.progressDone, total: row.progressTotal, message: row.progressMessage },
    result: row.result === null ? null : z.json().parse(JSON.parse(row.result)),
    error: row.error,
    createdAt: row.createdAt,
    startedAt: row.startedAt,
    finishedAt: row.finishedAt,
  };
}
