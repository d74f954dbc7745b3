import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { imports } from './imports.ts';
import { reps } from './reps.ts';
import { tiers } from './tiers.ts';

/** Companies we sell to. Integer category columns are term ids; `…Folded` are the folded forms that rules compare. */
export const accounts = sqliteTable(
  'accounts',
  {
    id: integer('id').primaryKey(),
    name: text('name').notNull(),
    nameFolded: text('name_folded').notNull(),
    externalId: text('external_id'),
    domain: text('domain'),
    domainFolded: text('domain_folded'),
    phone: text('phone'),
    phoneFolded: text('phone_folded'),
    website: text('website'),
    websiteFolded: text('website_folded'),
    linkedinUrl: text('linkedin_url'),
    linkedinUrlFolded: text('linkedin_url_folded'),
    description: text('description'),
    descriptionFolded: text('description_folded'),
    crmUrl: text('crm_url'),
    crmUrlFolded: text('crm_url_folded'),
    parentId: integer('parent_id'),
    /** Root of the corporate family; its own id for an account without a parent. */
    familyId: integer('family_id'),
    industry: integer('industry'),
    subIndustry: integer('sub_industry'),
    employees: real('employees'),
    foundedYear: real('founded_year'),
    revenue: real('revenue'),
    growthRate: real('growth_rate'),
    ownership: integer('ownership'),
    fundingStage: integer('funding_stage'),
    status: integer('status'),
    type: integer('type'),
    doNotContact: integer('do_not_contact'),
    country: integer('country'),
    state: integer('state'),
    region: integer('region'),
    metro: integer('metro'),
    city: integer('city'),
    postalCode: text('postal_code'),
    postalCodeFolded: text('postal_code_folded'),
    timeZone: integer('time_zone'),
    latitude: real('latitude'),
    longitude: real('longitude'),
    journeyStage: integer('journey_stage'),
    renewalOn: integer('renewal_on'),
    crmOwnerId: integer('crm_owner_id').references(() => reps.id, { onDelete: 'set null' }),
    /** Tier set on this account by hand; the effective one is in `account_tiers`. */
    ownTierId: integer('own_tier_id').references(() => tiers.id, { onDelete: 'set null' }),
    score: real('score'),
    /** The import that created the record; null when a person or the API did. */
    importId: integer('import_id').references(() => imports.id, { onDelete: 'set null' }),
    /** Counts up with every change: the version a save must name. */
    version: integer('version').notNull().default(1),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
    archivedAt: integer('archived_at'),
  },
  (t) => [
    index('accounts_name_folded').on(t.nameFolded),
    index('accounts_external_id').on(t.externalId),
    index('accounts_domain').on(t.domain),
    index('accounts_parent').on(t.parentId).where(sql`parent_id IS NOT NULL`),
    index('accounts_family').on(t.familyId),
    index('accounts_import').on(t.importId),
    index('accounts_archived').on(t.archivedAt).where(sql`archived_at IS NOT NULL`),
  ],
);

/** Pain points and use cases, a list of terms (`account.needs`). */
export const accountNeeds = sqliteTable(
  'account_needs',
  {
    accountId: integer('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    termId: integer('term_id').notNull(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.termId] }), index('account_needs_term').on(t.termId)],
);

/** Ids in systems other than the workspace's main one (whose id is the `externalId` column). */
export const externalIds = sqliteTable(
  'external_ids',
  {
    id: integer('id').primaryKey(),
    entity: text('entity', { enum: ['account', 'contact'] }).notNull(),
    system: text('system').notNull(),
    value: text('value').notNull(),
    recordId: integer('record_id').notNull(),
  },
  (t) => [
    uniqueIndex('external_ids_value').on(t.entity, t.system, t.value),
    index('external_ids_record').on(t.entity, t.recordId),
  ],
);

/**
 * Where a value came from when it differs from its record's creation (import, time). A record without a row here
 * for a field has that value from `importId` at `createdAt`: from its file, or derived then where no column of that import
 * feeds the field. `isPinned` values win over later imports.
 */
export const valueSources = sqliteTable(
  'value_sources',
  {
    entity: text('entity', { enum: ['account', 'contact'] }).notNull(),
    recordId: integer('record_id').notNull(),
    field: text('field').notNull(),
    source: text('source', { enum: ['import', 'api', 'person', 'derived', 'demo'] }).notNull(),
    importId: integer('import_id').references(() => imports.id, { onDelete: 'set null' }),
    userId: integer('user_id'),
    at: integer('at').notNull(),
    isPinned: integer('is_pinned').notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.entity, t.recordId, t.field] }),
    index('value_sources_import').on(t.importId),
  ],
);
