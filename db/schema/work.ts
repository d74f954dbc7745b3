import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { accounts } from './accounts.ts';
import { contacts } from './contacts.ts';
import { reps } from './reps.ts';
import { users } from './users.ts';

export const notes = sqliteTable(
  'notes',
  {
    id: integer('id').primaryKey(),
    accountId: integer('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    userId: integer('user_id').references(() => users.id, { onDelete: 'set null' }),
    text: text('text').notNull(),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
    archivedAt: integer('archived_at'),
  },
  (t) => [index('notes_account').on(t.accountId, t.createdAt)],
);

/** A dated next step of one holder on one account; `doneAt` null = still to do. */
export const nextSteps = sqliteTable(
  'next_steps',
  {
    id: integer('id').primaryKey(),
    accountId: integer('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    contactId: integer('contact_id').references(() => contacts.id, { onDelete: 'set null' }),
    repId: integer('rep_id')
      .notNull()
      .references(() => reps.id, { onDelete: 'cascade' }),
    dueOn: integer('due_on').notNull(),
    text: text('text').notNull(),
    createdAt: integer('created_at').notNull(),
    doneAt: integer('done_at'),
  },
  (t) => [
    index('next_steps_rep').on(t.repId, t.doneAt, t.dueOn),
    index('next_steps_account').on(t.accountId),
  ],
);

/** An account hidden from one holder's list until a day. */
export const snoozes = sqliteTable(
  'snoozes',
  {
    id: integer('id').primaryKey(),
    accountId: integer('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    repId: integer('rep_id')
      .notNull()
      .references(() => reps.id, { onDelete: 'cascade' }),
    untilOn: integer('until_on').notNull(),
    createdAt: integer('created_at').notNull(),
    endedAt: integer('ended_at'),
  },
  (t) => [index('snoozes_rep').on(t.repId, t.endedAt, t.untilOn)],
);

export const savedViews = sqliteTable(
  'saved_views',
  {
    id: integer('id').primaryKey(),
    page: text('page').notNull(),
    name: text('name').notNull(),
    userId: integer('user_id').references(() => users.id, { onDelete: 'cascade' }),
    isShared: integer('is_shared').notNull().default(0),
    /** JSON: the page's URL state and columns. */
    state: text('state').notNull(),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (t) => [index('saved_views_page').on(t.page, t.userId)],
);
