import { index, integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const tiers = sqliteTable('tiers', {
  id: integer('id').primaryKey(),
  name: text('name').notNull(),
  nameFolded: text('name_folded').notNull(),
  description: text('description'),
  /** 1 = highest. */
  rank: integer('rank').notNull(),
  touchesFrom: real('touches_from').notNull(),
  touchesTo: real('touches_to').notNull(),
  /** JSON: channel → share 0–1. */
  channelMix: text('channel_mix').notNull(),
  responseSlaHours: real('response_sla_hours'),
  maxAccountsPerRep: real('max_accounts_per_rep'),
  /** Who works them, in words (for example "Enterprise AE"). */
  workedBy: text('worked_by'),
  version: integer('version').notNull().default(1),
  createdAt: integer('created_at').notNull(),
  updatedAt: integer('updated_at').notNull(),
  archivedAt: integer('archived_at'),
});

/** The effective tier of an account over time, and what decided it. */
export const accountTiers = sqliteTable(
  'account_tiers',
  {
    id: integer('id').primaryKey(),
    accountId: integer('account_id').notNull(),
    tierId: integer('tier_id')
      .notNull()
      .references(() => tiers.id, { onDelete: 'cascade' }),
    cause: text('cause', { enum: ['account', 'segment'] }).notNull(),
    segmentId: integer('segment_id'),
    fromAt: integer('from_at').notNull(),
    toAt: integer('to_at'),
  },
  (t) => [
    index('account_tiers_account').on(t.accountId, t.toAt),
    index('account_tiers_tier').on(t.tierId, t.toAt, t.accountId),
  ],
);

/** The class that a segmentation model gives an account over time. */
export const accountClasses = sqliteTable(
  'account_classes',
  {
    id: integer('id').primaryKey(),
    accountId: integer('account_id').notNull(),
    /** Term of `account.class`. */
    termId: integer('term_id').notNull(),
    fromAt: integer('from_at').notNull(),
    toAt: integer('to_at'),
  },
  (t) => [
    index('account_classes_account').on(t.accountId, t.toAt),
    index('account_classes_term').on(t.termId, t.toAt, t.accountId),
  ],
);
