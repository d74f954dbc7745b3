import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

/** The one dictionary of category values. `field` is `entity.key`; values that fold alike are one term. */
export const terms = sqliteTable(
  'terms',
  {
    id: integer('id').primaryKey(),
    field: text('field').notNull(),
    label: text('label').notNull(),
    folded: text('folded').notNull(),
  },
  (t) => [uniqueIndex('terms_field_folded').on(t.field, t.folded)],
);

/** How often each spelling of a term was seen, so that its label can be the commonest one. */
export const termSpellings = sqliteTable(
  'term_spellings',
  {
    id: integer('id').primaryKey(),
    termId: integer('term_id')
      .notNull()
      .references(() => terms.id, { onDelete: 'cascade' }),
    spelling: text('spelling').notNull(),
    seen: integer('seen').notNull(),
  },
  (t) => [
    uniqueIndex('term_spellings_term_spelling').on(t.termId, t.spelling),
    index('term_spellings_term').on(t.termId),
  ],
);
