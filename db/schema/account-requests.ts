import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { accounts } from './accounts.ts';
import { reps } from './reps.ts';
import { users } from './users.ts';

/** A rep's wish that an account changes hands, and what a leader decided. */
export const accountRequests = sqliteTable(
  'account_requests',
  {
    id: integer('id').primaryKey(),
    accountId: integer('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    slot: text('slot', { enum: ['ae', 'sdr', 'csm', 'overlay'] }).notNull(),
    /** Who held it when the wish was written; null = nobody. */
    fromRepId: integer('from_rep_id').references(() => reps.id, { onDelete: 'set null' }),
    /** Who is to hold it; null = anybody else, the leader chooses. */
    toRepId: integer('to_rep_id').references(() => reps.id, { onDelete: 'set null' }),
    /** I want it · somebody else should have it · something else about who holds it. */
    kind: text('kind', { enum: ['want', 'give', 'other'] })
      .notNull()
      .default('other'),
    reason: text('reason').notNull(),
    status: text('status', { enum: ['open', 'accepted', 'refused', 'withdrawn'] })
      .notNull()
      .default('open'),
    askedByUserId: integer('asked_by_user_id').references(() => users.id, { onDelete: 'set null' }),
    askedAt: integer('asked_at').notNull(),
    decidedByUserId: integer('decided_by_user_id').references(() => users.id, { onDelete: 'set null' }),
    decidedAt: integer('decided_at'),
    answer: text('answer'),
    /** Who got it, when it was accepted. */
    givenToRepId: integer('given_to_rep_id').references(() => reps.id, { onDelete: 'set null' }),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    index('account_requests_status').on(t.status, t.askedAt),
    index('account_requests_account').on(t.accountId),
  ],
);
