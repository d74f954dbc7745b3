import { sql } from 'drizzle-orm';
import { index, integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { accounts } from './accounts.ts';
import { contacts } from './contacts.ts';

/** Dated behavioural, intent or trigger facts. `type`, `topic`, `source` are terms. */
export const signals = sqliteTable(
  'signals',
  {
    id: integer('id').primaryKey(),
    accountId: integer('account_id').references(() => accounts.id, { onDelete: 'cascade' }),
    accountText: text('account_text'),
    contactId: integer('contact_id').references(() => contacts.id, { onDelete: 'set null' }),
    type: integer('type').notNull(),
    topic: integer('topic'),
    source: integer('source'),
    strength: real('strength'),
    quantity: real('quantity'),
    amount: real('amount'),
    url: text('url'),
    urlFolded: text('url_folded'),
    externalId: text('external_id'),
    occurredAt: integer('occurred_at'),
    importId: integer('import_id'),
  },
  (t) => [
    index('signals_account').on(t.accountId, t.type, t.topic, t.occurredAt),
    index('signals_contact').on(t.contactId).where(sql`contact_id IS NOT NULL`),
    index('signals_import').on(t.importId),
  ],
);
