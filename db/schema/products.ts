import { integer, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

export const products = sqliteTable(
  'products',
  {
    id: integer('id').primaryKey(),
    name: text('name').notNull(),
    nameFolded: text('name_folded').notNull(),
    family: text('family'),
    listPriceAmount: real('list_price_amount'),
    importId: integer('import_id'),
  },
  (t) => [uniqueIndex('products_name').on(t.nameFolded)],
);
