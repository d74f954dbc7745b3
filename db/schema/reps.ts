import {
  type AnySQLiteColumn,
  index,
  integer,
  primaryKey,
  real,
  sqliteTable,
  text,
} from 'drizzle-orm/sqlite-core';
import { imports } from './imports.ts';

/** Who can hold accounts: a person, or a pool that shares them (`kind`), in one id space so that a holder is one column. */
export const reps = sqliteTable(
  'reps',
  {
    id: integer('id').primaryKey(),
    kind: text('kind', { enum: ['rep', 'pool'] })
      .notNull()
      .default('rep'),
    externalId: text('external_id'),
    name: text('name').notNull(),
    nameFolded: text('name_folded').notNull(),
    email: text('email'),
    emailFolded: text('email_folded'),
    /** Sales role, for example SDR, AE, CSM, Manager (term of `rep.role`). */
    role: integer('role'),
    region: integer('region'),
    managerId: integer('manager_id').references((): AnySQLiteColumn => reps.id, { onDelete: 'set null' }),
    isActive: integer('is_active').notNull().default(1),
    /** Touches a month at full ramp. */
    capacityTouches: real('capacity_touches'),
    maxAccounts: real('max_accounts'),
    /** Money a quota period (fiscal quarter). */
    quotaAmount: real('quota_amount'),
    /** 0–1. */
    rampRate: real('ramp_rate'),
    importId: integer('import_id').references(() => imports.id, { onDelete: 'set null' }),
    version: integer('version').notNull().default(1),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
    archivedAt: integer('archived_at'),
  },
  (t) => [
    index('reps_name').on(t.nameFolded),
    index('reps_email').on(t.emailFolded),
    index('reps_manager').on(t.managerId),
  ],
);

export const poolMembers = sqliteTable(
  'pool_members',
  {
    poolId: integer('pool_id')
      .notNull()
      .references(() => reps.id, { onDelete: 'cascade' }),
    repId: integer('rep_id')
      .notNull()
      .references(() => reps.id, { onDelete: 'cascade' }),
  },
  (t) => [primaryKey({ columns: [t.poolId, t.repId] })],
);

/** Tiers a rep works, by name, until tiers are linked. */
export const repTiers = sqliteTable(
  'rep_tiers',
  {
    repId: integer('rep_id')
      .notNull()
      .references(() => reps.id, { onDelete: 'cascade' }),
    /** Term of `rep.tiers`. */
    termId: integer('term_id').notNull(),
  },
  (t) => [primaryKey({ columns: [t.repId, t.termId] })],
);
