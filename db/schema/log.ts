import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Who did what, before and after, why. Written by `write()` and never changed. */
export const audit = sqliteTable(
  'audit',
  {
    id: integer('id').primaryKey(),
    at: integer('at').notNull(),
    userId: integer('user_id'),
    /** Name at that time, or `system`. */
    actor: text('actor').notNull(),
    action: text('action').notNull(),
    entity: text('entity').notNull(),
    recordId: integer('record_id'),
    summary: text('summary').notNull(),
    before: text('before'),
    after: text('after'),
    reason: text('reason'),
  },
  (t) => [
    index('audit_at').on(t.at),
    index('audit_record').on(t.entity, t.recordId, t.at),
    index('audit_user').on(t.userId, t.at),
  ],
);

/** What changed, in order, for everything that keeps in step. `recordId` null = many: read all again. */
export const changeLog = sqliteTable('change_log', {
  seq: integer('seq').primaryKey({ autoIncrement: true }),
  entity: text('entity').notNull(),
  recordId: integer('record_id'),
  accountId: integer('account_id'),
  op: text('op', { enum: ['create', 'update', 'delete', 'bulk'] }).notNull(),
  at: integer('at').notNull(),
});

export const jobs = sqliteTable(
  'jobs',
  {
    id: integer('id').primaryKey(),
    kind: text('kind').notNull(),
    status: text('status', { enum: ['queued', 'running', 'completed', 'failed', 'cancelled'] }).notNull(),
    payload: text('payload').notNull(),
    result: text('result'),
    error: text('error'),
    progressDone: integer('progress_done').notNull().default(0),
    progressTotal: integer('progress_total').notNull().default(0),
    progressMessage: text('progress_message'),
    isCancelRequested: integer('is_cancel_requested').notNull().default(0),
    /** Jobs with the same key never wait twice: a queued one absorbs the next. */
    dedupeKey: text('dedupe_key'),
    runAt: integer('run_at').notNull(),
    attempts: integer('attempts').notNull().default(0),
    userId: integer('user_id'),
    createdAt: integer('created_at').notNull(),
    startedAt: integer('started_at'),
    finishedAt: integer('finished_at'),
  },
  (t) => [index('jobs_status').on(t.status, t.runAt), index('jobs_dedupe').on(t.dedupeKey, t.status)],
);
