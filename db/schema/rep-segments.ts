import { integer, primaryKey, sqliteTable } from 'drizzle-orm/sqlite-core';
import { reps } from './reps.ts';
import { segments } from './segments.ts';

/** Segments whose accounts a rep may hold; none = any. */
export const repSegments = sqliteTable(
  'rep_segments',
  {
    repId: integer('rep_id')
      .notNull()
      .references(() => reps.id, { onDelete: 'cascade' }),
    segmentId: integer('segment_id')
      .notNull()
      .references(() => segments.id, { onDelete: 'cascade' }),
  },
  (t) => [primaryKey({ columns: [t.repId, t.segmentId] })],
);
