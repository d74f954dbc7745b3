import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { plans } from './plans.ts';
import { users } from './users.ts';

/** A draft that somebody asked a leader to approve: the plan as it stood at `planVersion`, and what was decided. */
export const planApprovals = sqliteTable(
  'plan_approvals',
  {
    id: integer('id').primaryKey(),
    planId: integer('plan_id')
      .notNull()
      .references(() => plans.id, { onDelete: 'cascade' }),
    /** Version of the plan's draft that was looked at; a later edit needs a new approval. */
    planVersion: integer('plan_version').notNull(),
    status: text('status', { enum: ['open', 'approved', 'returned', 'withdrawn'] })
      .notNull()
      .default('open'),
    note: text('note'),
    /** When the plan is to take over; null = at once. */
    effectiveAt: integer('effective_at'),
    askedByUserId: integer('asked_by_user_id').references(() => users.id, { onDelete: 'set null' }),
    askedAt: integer('asked_at').notNull(),
    decidedByUserId: integer('decided_by_user_id').references(() => users.id, { onDelete: 'set null' }),
    decidedAt: integer('decided_at'),
  },
  (t) => [index('plan_approvals_plan').on(t.planId, t.askedAt)],
);

/** What people say about a draft under approval. */
export const planComments = sqliteTable(
  'plan_comments',
  {
    id: integer('id').primaryKey(),
    planId: integer('plan_id')
      .notNull()
      .references(() => plans.id, { onDelete: 'cascade' }),
    approvalId: integer('approval_id').references(() => planApprovals.id, { onDelete: 'set null' }),
    body: text('body').notNull(),
    userId: integer('user_id').references(() => users.id, { onDelete: 'set null' }),
    at: integer('at').notNull(),
  },
  (t) => [index('plan_comments_plan').on(t.planId, t.at)],
);
