import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** An import is a record with a life. The demo data set is one too (kind `demo`). */
export const imports = sqliteTable(
  'imports',
  {
    id: integer('id').primaryKey(),
    kind: text('kind', { enum: ['file', 'demo'] })
      .notNull()
      .default('file'),
    fileName: text('file_name').notNull(),
    /** Path below the data folder; null once the file is gone. */
    filePath: text('file_path'),
    fileBytes: integer('file_bytes').notNull(),
    entity: text('entity'),
    status: text('status', {
      enum: ['pending', 'checking', 'checked', 'applying', 'completed', 'failed', 'cancelled', 'undone'],
    }).notNull(),
    /** JSON: what was sniffed, the options, the dry-run report, the summary. */
    sniffed: text('sniffed'),
    options: text('options'),
    report: text('report'),
    rowsRead: integer('rows_read').notNull().default(0),
    rowsCreated: integer('rows_created').notNull().default(0),
    rowsUpdated: integer('rows_updated').notNull().default(0),
    rowsUnchanged: integer('rows_unchanged').notNull().default(0),
    rowsRejected: integer('rows_rejected').notNull().default(0),
    rowsWithProblems: integer('rows_with_problems').notNull().default(0),
    /** Rows of the file already applied: where a killed apply goes on. */
    rowsApplied: integer('rows_applied').notNull().default(0),
    rowsTotal: integer('rows_total').notNull().default(0),
    isCancelRequested: integer('is_cancel_requested').notNull().default(0),
    failureReason: text('failure_reason'),
    userId: integer('user_id'),
    createdAt: integer('created_at').notNull(),
    startedAt: integer('started_at'),
    finishedAt: integer('finished_at'),
  },
  (t) => [index('imports_status').on(t.status)],
);

export const importProblems = sqliteTable(
  'import_problems',
  {
    id: integer('id').primaryKey(),
    importId: integer('import_id')
      .notNull()
      .references(() => imports.id, { onDelete: 'cascade' }),
    line: integer('line').notNull(),
    column: text('column'),
    value: text('value'),
    code: text('code').notNull(),
    message: text('message').notNull(),
    rowRejected: integer('row_rejected').notNull(),
  },
  (t) => [index('import_problems_import').on(t.importId, t.line)],
);

/** Before-images of what an import changed; created records carry `importId` themselves. */
export const importChanges = sqliteTable(
  'import_changes',
  {
    id: integer('id').primaryKey(),
    importId: integer('import_id')
      .notNull()
      .references(() => imports.id, { onDelete: 'cascade' }),
    entity: text('entity').notNull(),
    recordId: integer('record_id').notNull(),
    /** JSON: changed columns before and after. */
    before: text('before').notNull(),
    after: text('after').notNull(),
  },
  (t) => [index('import_changes_import').on(t.importId)],
);

/** Mappings people saved, found again by the file's header. */
export const importMappings = sqliteTable('import_mappings', {
  id: integer('id').primaryKey(),
  name: text('name').notNull(),
  entity: text('entity').notNull(),
  headerDigest: text('header_digest').notNull(),
  options: text('options').notNull(),
  userId: integer('user_id'),
  createdAt: integer('created_at').notNull(),
});
