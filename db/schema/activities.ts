import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { accounts } from './accounts.ts';
import { contacts } from './contacts.ts';
import { reps } from './reps.ts';

/** Touches, replies, meetings and notes. `type`, `channel`, `outcome`, `campaign` are terms. */
export const activities = sqliteTable(
  'activities',
  {
    id: integer('id').primaryKey(),
    accountId: integer('account_id').references(() => accounts.id, { onDelete: 'cascade' }),
    accountText: text('account_text'),
    contactId: integer('contact_id').references(() => contacts.id, { onDelete: 'set null' }),
    type: integer('type').notNull(),
    channel: integer('channel'),
    outcome: integer('outcome'),
    campaign: integer('campaign'),
    ownerId: integer('owner_id').references(() => reps.id, { onDelete: 'set null' }),
    note: text('note'),
    externalId: text('external_id'),
    occurredAt: integer('occurred_at'),
    scheduledAt: integer('scheduled_at'),
    importId: integer('import_id'),
    createdAt: integer('created_at').notNull(),
    archivedAt: integer('archived_at'),
  },
  (t) => [
    index('activities_account').on(t.accountId, t.type, t.occurredAt),
    index('activities_contact').on(t.contactId, t.occurredAt),
    index('activities_owner').on(t.ownerId, t.occurredAt),
    index('activities_import').on(t.importId),
  ],
);
