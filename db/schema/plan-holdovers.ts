import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { opportunities } from './opportunities.ts';
import { plans } from './plans.ts';
import { users } from './users.ts';

/** Open deals that the draft leaves with their former owner; they become holdovers when a version takes effect. */
export const planHoldovers = sqliteTable(
  'plan_holdovers',
  {
    planId: integer('plan_id')
      .notNull()
      .references(() => plans.id, { onDelete: 'cascade' }),
    opportunityId: integer('opportunity_id')
      .notNull()
      .references(() => opportunities.id, { onDelete: 'cascade' }),
    /** Last day, as epoch day; null = until the deal is won or lost. */
    untilOn: integer('until_on'),
    reason: text('reason'),
    createdByUserId: integer('created_by_user_id').references(() => users.id, { onDelete: 'set null' }),
    createdAt: integer('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.planId, t.opportunityId] })],
);
