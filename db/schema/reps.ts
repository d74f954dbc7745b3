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
    /** Touches a month at full ramp; null where capacity is given in hours or not at all. */
    capacityTouches: real('capacity_touches'),
    /** Selling hours a month at full ramp, in place of touches. */
    capacityHours: real('capacity_hours'),
    maxAccounts: real('max_accounts'),
    /** Money a quota period (fiscal quarter). */
    quotaAmount: real('quota_amount'),
    /** 0–1, where no first day says how far the ramp has come. */
    rampRate: real('ramp_rate'),
    /** First and last day of work, as epoch days; null = always here, no end known. */
    startsOn: integer('starts_on'),
    endsOn: integer('ends_on'),
    /** A place that is open: planned for, with a start date, filled by nobody yet. */
    isOpening: integer('is_opening').notNull().default(0),
    homeCity: text('home_city'),
    homeCityFolded: text('home_city_folded'),
    /** Terms of `rep.homeState` and `rep.homeCountry`: ISO codes. */
    homeState: integer('home_state'),
    homeCountry: integer('home_country'),
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

/** Days on which somebody does not work, both ends included. */
export const repAbsences = sqliteTable(
  'rep_absences',
  {
    id: integer('id').primaryKey(),
    repId: integer('rep_id')
      .notNull()
      .references(() => reps.id, { onDelete: 'cascade' }),
    fromOn: integer('from_on').notNull(),
    toOn: integer('to_on').notNull(),
    reason: text('reason'),
  },
  (t) => [index('rep_absences_rep').on(t.repId, t.fromOn)],
);

/** Where a rep may work: country and state codes (terms of `rep.regions`); none = anywhere. */
export const repRegions = sqliteTable(
  'rep_regions',
  {
    repId: integer('rep_id')
      .notNull()
      .references(() => reps.id, { onDelete: 'cascade' }),
    termId: integer('term_id').notNull(),
  },
  (t) => [primaryKey({ columns: [t.repId, t.termId] })],
);

/** Languages a rep sells in (terms of `rep.languages`). */
export const repLanguages = sqliteTable(
  'rep_languages',
  {
    repId: integer('rep_id')
      .notNull()
      .references(() => reps.id, { onDelete: 'cascade' }),
    termId: integer('term_id').notNull(),
  },
  (t) => [primaryKey({ columns: [t.repId, t.termId] })],
);

/** What capacity planning assumes of everybody in a role (term of `rep.role`). */
export const roleCapacity = sqliteTable('role_capacity', {
  roleId: integer('role_id').primaryKey(),
  /** JSON list of rates 0–1: share of full capacity in the first, second, … month of work; full after the last. */
  rampCurve: text('ramp_curve').notNull(),
  /** Share of the people in the role who leave in a year, 0–1. */
  attritionRate: real('attrition_rate').notNull().default(0),
  /** Turns a capacity in hours into touches. */
  touchHours: real('touch_hours').notNull(),
  version: integer('version').notNull().default(1),
  updatedAt: integer('updated_at').notNull(),
});

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
