import { index, integer, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

export const customFields = sqliteTable(
  'custom_fields',
  {
    id: integer('id').primaryKey(),
    entity: text('entity', { enum: ['account', 'contact', 'opportunity', 'rep'] }).notNull(),
    /** Without the `custom.` prefix. */
    key: text('key').notNull(),
    label: text('label').notNull(),
    type: text('type', {
      enum: ['text', 'category', 'number', 'money', 'day', 'instant', 'boolean', 'tags'],
    }).notNull(),
    unit: text('unit'),
    createdAt: integer('created_at').notNull(),
    archivedAt: integer('archived_at'),
  },
  (t) => [uniqueIndex('custom_fields_entity_key').on(t.entity, t.key)],
);

/** One typed table for all custom values; one row per value (tags have several). Booleans, instants and money are in `number`. */
export const customValues = sqliteTable(
  'custom_values',
  {
    id: integer('id').primaryKey(),
    fieldId: integer('field_id')
      .notNull()
      .references(() => customFields.id, { onDelete: 'cascade' }),
    recordId: integer('record_id').notNull(),
    number: real('number'),
    termId: integer('term_id'),
    day: integer('day'),
    text: text('text'),
    textFolded: text('text_folded'),
  },
  (t) => [
    index('custom_values_record').on(t.fieldId, t.recordId),
    index('custom_values_number').on(t.fieldId, t.number),
    index('custom_values_term').on(t.fieldId, t.termId),
  ],
);
