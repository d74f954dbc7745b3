import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { accounts } from './accounts.ts';
import { imports } from './imports.ts';
import { reps } from './reps.ts';

/** People at accounts; without an account a contact is a lead, matched later by the domain of its e-mail. */
export const contacts = sqliteTable(
  'contacts',
  {
    id: integer('id').primaryKey(),
    accountId: integer('account_id').references(() => accounts.id, { onDelete: 'cascade' }),
    /** What the file called the account, kept until a record matches it. */
    accountText: text('account_text'),
    externalId: text('external_id'),
    name: text('name'),
    nameFolded: text('name_folded'),
    firstName: text('first_name'),
    firstNameFolded: text('first_name_folded'),
    lastName: text('last_name'),
    lastNameFolded: text('last_name_folded'),
    email: text('email'),
    emailFolded: text('email_folded'),
    emailDomain: text('email_domain'),
    phone: text('phone'),
    phoneFolded: text('phone_folded'),
    mobile: text('mobile'),
    mobileFolded: text('mobile_folded'),
    linkedinUrl: text('linkedin_url'),
    linkedinUrlFolded: text('linkedin_url_folded'),
    jobTitle: text('job_title'),
    jobTitleFolded: text('job_title_folded'),
    country: integer('country'),
    jobFunction: integer('job_function'),
    seniority: integer('seniority'),
    persona: integer('persona'),
    leadStatus: integer('lead_status'),
    source: integer('source'),
    ownerId: integer('owner_id').references(() => reps.id, { onDelete: 'set null' }),
    /** Derived on write: a valid, not bounced e-mail or a phone, and not opted out. */
    reachable: integer('reachable').notNull().default(0),
    optedOut: integer('opted_out'),
    bounced: integer('bounced'),
    importId: integer('import_id').references(() => imports.id, { onDelete: 'set null' }),
    version: integer('version').notNull().default(1),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
    archivedAt: integer('archived_at'),
  },
  (t) => [
    index('contacts_account').on(t.accountId, t.reachable, t.persona),
    index('contacts_email').on(t.emailFolded),
    index('contacts_external_id').on(t.externalId),
    index('contacts_name').on(t.nameFolded),
    index('contacts_email_domain').on(t.emailDomain),
    index('contacts_import').on(t.importId),
  ],
);
