import {
  type AnySQLiteColumn,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import { tiers } from './tiers.ts';
import { users } from './users.ts';

/** A segment is a draft that publishes immutable versions. */
export const segments = sqliteTable(
  'segments',
  {
    id: integer('id').primaryKey(),
    name: text('name').notNull(),
    nameFolded: text('name_folded').notNull(),
    description: text('description'),
    entity: text('entity', { enum: ['account', 'contact'] })
      .notNull()
      .default('account'),
    /** `list`: a fixed list, whose rule finds nobody and whose members are all pinned in. */
    kind: text('kind', { enum: ['rule', 'list'] })
      .notNull()
      .default('rule'),
    status: text('status', { enum: ['draft', 'published', 'retired'] })
      .notNull()
      .default('draft'),
    parentId: integer('parent_id').references((): AnySQLiteColumn => segments.id, { onDelete: 'set null' }),
    ownerUserId: integer('owner_user_id').references(() => users.id, { onDelete: 'set null' }),
    /** Tier given to its members. */
    tierId: integer('tier_id').references(() => tiers.id, { onDelete: 'set null' }),
    /** JSON of the Draft as the builder last saved it. */
    draft: text('draft').notNull(),
    publishedVersionId: integer('published_version_id').references(
      (): AnySQLiteColumn => segmentVersions.id,
      {
        onDelete: 'set null',
      },
    ),
    /** Membership was true at this instant. */
    freshAt: integer('fresh_at'),
    /** What went wrong at the last refresh; the last membership stays. */
    lastError: text('last_error'),
    reviewDueOn: integer('review_due_on'),
    isDemo: integer('is_demo').notNull().default(0),
    version: integer('version').notNull().default(1),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
    retiredAt: integer('retired_at'),
    archivedAt: integer('archived_at'),
  },
  (t) => [index('segments_parent').on(t.parentId), index('segments_name').on(t.nameFolded)],
);

export const segmentVersions = sqliteTable(
  'segment_versions',
  {
    id: integer('id').primaryKey(),
    segmentId: integer('segment_id')
      .notNull()
      .references(() => segments.id, { onDelete: 'cascade' }),
    number: integer('number').notNull(),
    /** JSON of the strict Definition. */
    definition: text('definition').notNull(),
    digest: text('digest').notNull(),
    note: text('note'),
    memberCount: integer('member_count'),
    publishedAt: integer('published_at').notNull(),
    publishedByUserId: integer('published_by_user_id').references(() => users.id, { onDelete: 'set null' }),
  },
  (t) => [uniqueIndex('segment_versions_number').on(t.segmentId, t.number)],
);

/** Words that group segments in lists; one spelling of a tag for all segments. */
export const segmentTags = sqliteTable(
  'segment_tags',
  {
    segmentId: integer('segment_id')
      .notNull()
      .references(() => segments.id, { onDelete: 'cascade' }),
    label: text('label').notNull(),
    labelFolded: text('label_folded').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.segmentId, t.labelFolded] }),
    index('segment_tags_label').on(t.labelFolded),
  ],
);

/**
 * Records put into a segment or kept out of it by hand, whatever its rule says, as intervals: from `fromAt` until it was
 * taken away (`toAt`) or ran out (`expiresAt`), whichever comes first. Record ids are of the segment's entity.
 */
export const segmentPins = sqliteTable(
  'segment_pins',
  {
    id: integer('id').primaryKey(),
    segmentId: integer('segment_id')
      .notNull()
      .references(() => segments.id, { onDelete: 'cascade' }),
    recordId: integer('record_id').notNull(),
    side: text('side', { enum: ['in', 'out'] }).notNull(),
    reason: text('reason').notNull(),
    fromAt: integer('from_at').notNull(),
    /** Start of the first day on which it does not hold any more; null = until taken away. */
    expiresAt: integer('expires_at'),
    toAt: integer('to_at'),
    createdByUserId: integer('created_by_user_id').references(() => users.id, { onDelete: 'set null' }),
  },
  (t) => [
    index('segment_pins_segment').on(t.segmentId, t.side, t.toAt, t.recordId),
    index('segment_pins_record').on(t.recordId, t.segmentId),
  ],
);

/** Membership as intervals [fromAt, toAt); toAt null = still in. Record ids are of the segment's entity. */
export const segmentMembers = sqliteTable(
  'segment_members',
  {
    id: integer('id').primaryKey(),
    segmentId: integer('segment_id')
      .notNull()
      .references(() => segments.id, { onDelete: 'cascade' }),
    recordId: integer('record_id').notNull(),
    fromAt: integer('from_at').notNull(),
    toAt: integer('to_at'),
    /** Why it came in and why it went: the first publish, new data, time passing, a new rule version, a pin. */
    enterCause: text('enter_cause', { enum: ['published', 'data', 'time', 'rule', 'pin'] }).notNull(),
    leaveCause: text('leave_cause', { enum: ['data', 'time', 'rule', 'pin', 'retired'] }),
  },
  (t) => [
    index('segment_members_segment').on(t.segmentId, t.toAt, t.recordId),
    index('segment_members_record').on(t.recordId, t.segmentId, t.fromAt),
  ],
);
