import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { accounts } from './accounts.ts';
import { opportunities } from './opportunities.ts';
import { planVersions } from './plans.ts';
import { reps } from './reps.ts';
import { users } from './users.ts';

/** An open deal that stays with its former owner until a date or its outcome. */
export const holdovers = sqliteTable(
  'holdovers',
  {
    id: integer('id').primaryKey(),
    opportunityId: integer('opportunity_id')
      .notNull()
      .references(() => opportunities.id, { onDelete: 'cascade' }),
    accountId: integer('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    slot: text('slot', { enum: ['ae', 'sdr', 'csm', 'overlay'] }).notNull(),
    /** The former owner, who keeps the deal. */
    repId: integer('rep_id')
      .notNull()
      .references(() => reps.id, { onDelete: 'cascade' }),
    /** Last day, as epoch day; null = until the deal is won or lost. */
    untilOn: integer('until_on'),
    reason: text('reason'),
    planVersionId: integer('plan_version_id').references(() => planVersions.id, { onDelete: 'set null' }),
    createdByUserId: integer('created_by_user_id').references(() => users.id, { onDelete: 'set null' }),
    createdAt: integer('created_at').notNull(),
    endedAt: integer('ended_at'),
    /** `moved`: the account came back to the former owner. */
    endedBy: text('ended_by', { enum: ['date', 'outcome', 'hand', 'moved'] }),
  },
  (t) => [
    index('holdovers_account').on(t.accountId, t.endedAt),
    index('holdovers_rep').on(t.repId, t.endedAt),
    index('holdovers_opportunity').on(t.opportunityId, t.endedAt),
  ],
);
