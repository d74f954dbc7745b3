import { integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** One row (id 1): the workspace. Its JSON is parsed by `lib/settings/settings-schema.ts`. */
export const workspace = sqliteTable('workspace', {
  id: integer('id').primaryKey(),
  name: text('name').notNull(),
  settings: text('settings').notNull(),
  version: integer('version').notNull().default(1),
  createdAt: integer('created_at').notNull(),
  updatedAt: integer('updated_at').notNull(),
});

/** Money conversion: 1 unit of `currency` = `rate` units of the workspace currency. */
export const currencyRates = sqliteTable('currency_rates', {
  currency: text('currency').primaryKey(),
  rate: real('rate').notNull(),
  updatedAt: integer('updated_at').notNull(),
});
