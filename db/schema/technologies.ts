import { index, integer, sqliteTable, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { accounts } from './accounts.ts';

/** What an account runs; identity is account + name. `name` and `category` are terms. */
export const technologies = sqliteTable(
  'technologies',
  {
    id: integer('id').primaryKey(),
    accountId: integer('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    name: integer('name').notNull(),
    category: integer('category'),
    firstSeenAt: integer('first_seen_at'),
    lastSeenAt: integer('last_seen_at'),
    importId: integer('import_id'),
  },
  (t) => [
    uniqueIndex('technologies_account_name').on(t.accountId, t.name),
    index('technologies_name').on(t.name, t.accountId),
    index('technologies_category').on(t.category, t.accountId),
    index('technologies_import').on(t.importId),
  ],
);
