import { index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { accounts } from './accounts.ts';
import { contacts } from './contacts.ts';
import { imports } from './imports.ts';
import { products } from './products.ts';
import { reps } from './reps.ts';

/** The stage table: pipeline, order, what a stage means, and how likely it closes. */
export const stages = sqliteTable(
  'stages',
  {
    id: integer('id').primaryKey(),
    /** '' is the workspace's only, unnamed pipeline. */
    pipeline: text('pipeline').notNull().default(''),
    name: text('name').notNull(),
    nameFolded: text('name_folded').notNull(),
    /** Term id of `opportunity.stage`. */
    termId: integer('term_id').notNull(),
    position: integer('position').notNull(),
    outcome: text('outcome', { enum: ['open', 'won', 'lost'] }).notNull(),
    probabilityRate: real('probability_rate'),
    isConfirmed: integer('is_confirmed').notNull().default(0),
  },
  (t) => [uniqueIndex('stages_pipeline_name').on(t.pipeline, t.nameFolded)],
);

/** Deals. Without an account they count in totals and in no segment. */
export const opportunities = sqliteTable(
  'opportunities',
  {
    id: integer('id').primaryKey(),
    accountId: integer('account_id').references(() => accounts.id, { onDelete: 'set null' }),
    accountText: text('account_text'),
    externalId: text('external_id'),
    name: text('name'),
    nameFolded: text('name_folded'),
    productId: integer('product_id').references(() => products.id, { onDelete: 'set null' }),
    /** Term of `opportunity.product`, present for products that the product table does not know, too. */
    product: integer('product'),
    source: integer('source'),
    campaign: integer('campaign'),
    type: integer('type'),
    pipeline: integer('pipeline'),
    competitor: integer('competitor'),
    lossReason: integer('loss_reason'),
    forecastCategory: integer('forecast_category'),
    stageId: integer('stage_id')
      .notNull()
      .references(() => stages.id),
    amount: real('amount'),
    /** ACV as given; the metric falls back to amount × 12 ÷ term. */
    acvAmount: real('acv_amount'),
    termMonths: real('term_months'),
    ownerId: integer('owner_id').references(() => reps.id, { onDelete: 'set null' }),
    createdOn: integer('created_on'),
    closedOn: integer('closed_on'),
    expectedCloseOn: integer('expected_close_on'),
    importId: integer('import_id').references(() => imports.id, { onDelete: 'set null' }),
    version: integer('version').notNull().default(1),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
    archivedAt: integer('archived_at'),
  },
  (t) => [
    index('opportunities_account').on(t.accountId, t.stageId),
    index('opportunities_external_id').on(t.externalId),
    index('opportunities_owner').on(t.ownerId),
    index('opportunities_stage').on(t.stageId, t.closedOn),
    index('opportunities_created').on(t.createdOn),
    index('opportunities_import').on(t.importId),
  ],
);

/** Buying roles on deals. */
export const opportunityContacts = sqliteTable(
  'opportunity_contacts',
  {
    opportunityId: integer('opportunity_id')
      .notNull()
      .references(() => opportunities.id, { onDelete: 'cascade' }),
    contactId: integer('contact_id')
      .notNull()
      .references(() => contacts.id, { onDelete: 'cascade' }),
    /** Term of `opportunity.contactRole`. */
    role: integer('role'),
  },
  (t) => [
    primaryKey({ columns: [t.opportunityId, t.contactId] }),
    index('opportunity_contacts_contact').on(t.contactId),
  ],
);

export const stageChanges = sqliteTable(
  'stage_changes',
  {
    id: integer('id').primaryKey(),
    opportunityId: integer('opportunity_id')
      .notNull()
      .references(() => opportunities.id, { onDelete: 'cascade' }),
    stageId: integer('stage_id')
      .notNull()
      .references(() => stages.id),
    changedAt: integer('changed_at').notNull(),
    importId: integer('import_id'),
  },
  (t) => [
    index('stage_changes_opportunity').on(t.opportunityId, t.changedAt),
    index('stage_changes_import').on(t.importId),
  ],
);
