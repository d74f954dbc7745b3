import {
  type AnySQLiteColumn,
  index,
  integer,
  primaryKey,
  real,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import { accounts } from './accounts.ts';
import { reps } from './reps.ts';
import { users } from './users.ts';

export const plans = sqliteTable('plans', {
  id: integer('id').primaryKey(),
  name: text('name').notNull(),
  status: text('status', { enum: ['draft', 'published', 'archived'] })
    .notNull()
    .default('draft'),
  startsOn: integer('starts_on'),
  endsOn: integer('ends_on'),
  /** New, unassigned accounts are placed by themselves once the plan is published. */
  placesNewAccounts: integer('places_new_accounts').notNull().default(0),
  isDemo: integer('is_demo').notNull().default(0),
  version: integer('version').notNull().default(1),
  createdAt: integer('created_at').notNull(),
  updatedAt: integer('updated_at').notNull(),
  publishedAt: integer('published_at'),
  /** A scenario stands beside the plan it was made of; null for the plan itself. */
  scenarioOfPlanId: integer('scenario_of_plan_id').references((): AnySQLiteColumn => plans.id, {
    onDelete: 'cascade',
  }),
  note: text('note'),
  /** When the scenario last took over the plan's published state and data. */
  rebasedAt: integer('rebased_at'),
  /** In a scenario: the plan's content it was last based on, as JSON; what differs from it are its own changes. */
  base: text('base'),
  createdByUserId: integer('created_by_user_id').references(() => users.id, { onDelete: 'set null' }),
  archivedAt: integer('archived_at'),
});

/** What a publish froze: the whole plan as JSON, for history and comparison. */
export const planVersions = sqliteTable(
  'plan_versions',
  {
    id: integer('id').primaryKey(),
    planId: integer('plan_id')
      .notNull()
      .references(() => plans.id, { onDelete: 'cascade' }),
    number: integer('number').notNull(),
    snapshot: text('snapshot').notNull(),
    movedAccounts: integer('moved_accounts').notNull(),
    note: text('note'),
    effectiveAt: integer('effective_at').notNull(),
    publishedAt: integer('published_at').notNull(),
    /** When its moves were written; null while its effective date lies ahead. */
    tookEffectAt: integer('took_effect_at'),
    /** Taken back before it took effect. */
    withdrawnAt: integer('withdrawn_at'),
    publishedByUserId: integer('published_by_user_id').references(() => users.id, { onDelete: 'set null' }),
  },
  (t) => [uniqueIndex('plan_versions_number').on(t.planId, t.number)],
);

export const territories = sqliteTable(
  'territories',
  {
    id: integer('id').primaryKey(),
    planId: integer('plan_id')
      .notNull()
      .references(() => plans.id, { onDelete: 'cascade' }),
    parentId: integer('parent_id').references((): AnySQLiteColumn => territories.id, {
      onDelete: 'set null',
    }),
    name: text('name').notNull(),
    nameFolded: text('name_folded').notNull(),
    /** Order of evaluation within its step: first match wins. */
    position: integer('position').notNull(),
    kind: text('kind', { enum: ['rule', 'geography', 'named'] }).notNull(),
    /** Kind rule: JSON of the Draft. */
    draft: text('draft'),
    /** Kind geography: JSON list of ISO country and state codes. */
    places: text('places'),
    /** 1–10, the categorical colour it has on every page. */
    color: integer('color').notNull(),
    /** In a scenario: the plan's territory that this one stands for. */
    originId: integer('origin_id'),
    archivedAt: integer('archived_at'),
  },
  (t) => [index('territories_plan').on(t.planId, t.position)],
);

/** Who holds a territory's accounts, by slot; several reps of a slot share them by the split. */
export const territoryHolders = sqliteTable(
  'territory_holders',
  {
    territoryId: integer('territory_id')
      .notNull()
      .references(() => territories.id, { onDelete: 'cascade' }),
    slot: text('slot', { enum: ['ae', 'sdr', 'csm', 'overlay'] }).notNull(),
    repId: integer('rep_id')
      .notNull()
      .references(() => reps.id, { onDelete: 'cascade' }),
    /** Share of the territory's potential, relative to the other holders of the slot. */
    weight: real('weight').notNull().default(1),
  },
  (t) => [primaryKey({ columns: [t.territoryId, t.slot, t.repId] })],
);

/** The draft's hand-made placements: named accounts, moves and locks. A lock is never moved by rule or split. */
export const planAccounts = sqliteTable(
  'plan_accounts',
  {
    planId: integer('plan_id')
      .notNull()
      .references(() => plans.id, { onDelete: 'cascade' }),
    accountId: integer('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    territoryId: integer('territory_id').references(() => territories.id, { onDelete: 'cascade' }),
    isLocked: integer('is_locked').notNull().default(0),
    reason: text('reason'),
    createdAt: integer('created_at').notNull(),
    createdByUserId: integer('created_by_user_id').references(() => users.id, { onDelete: 'set null' }),
  },
  (t) => [
    primaryKey({ columns: [t.planId, t.accountId] }),
    index('plan_accounts_territory').on(t.territoryId),
  ],
);

/** The draft's holders set by hand on single accounts. */
export const planAccountHolders = sqliteTable(
  'plan_account_holders',
  {
    planId: integer('plan_id')
      .notNull()
      .references(() => plans.id, { onDelete: 'cascade' }),
    accountId: integer('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    slot: text('slot', { enum: ['ae', 'sdr', 'csm', 'overlay'] }).notNull(),
    repId: integer('rep_id')
      .notNull()
      .references(() => reps.id, { onDelete: 'cascade' }),
    isLocked: integer('is_locked').notNull().default(0),
    reason: text('reason'),
  },
  (t) => [primaryKey({ columns: [t.planId, t.accountId, t.slot] })],
);

/** Published territory of an account over time, and the step that placed it. */
export const placements = sqliteTable(
  'placements',
  {
    id: integer('id').primaryKey(),
    accountId: integer('account_id').notNull(),
    territoryId: integer('territory_id').notNull(),
    step: text('step', { enum: ['lock', 'named', 'rule', 'geography', 'split', 'hand'] }).notNull(),
    reason: text('reason'),
    fromAt: integer('from_at').notNull(),
    toAt: integer('to_at'),
  },
  (t) => [
    index('placements_account').on(t.accountId, t.toAt),
    index('placements_territory').on(t.territoryId, t.toAt, t.accountId),
  ],
);

/** Who holds an account in which slot over time: one holder each. */
export const assignments = sqliteTable(
  'assignments',
  {
    id: integer('id').primaryKey(),
    accountId: integer('account_id').notNull(),
    slot: text('slot', { enum: ['ae', 'sdr', 'csm', 'overlay'] }).notNull(),
    repId: integer('rep_id')
      .notNull()
      .references(() => reps.id, { onDelete: 'cascade' }),
    reason: text('reason'),
    source: text('source', { enum: ['plan', 'hand', 'import', 'demo'] }).notNull(),
    isLocked: integer('is_locked').notNull().default(0),
    planVersionId: integer('plan_version_id').references(() => planVersions.id, { onDelete: 'set null' }),
    fromAt: integer('from_at').notNull(),
    toAt: integer('to_at'),
  },
  (t) => [
    index('assignments_account').on(t.accountId, t.slot, t.toAt),
    index('assignments_rep').on(t.repId, t.toAt, t.slot, t.accountId),
  ],
);
