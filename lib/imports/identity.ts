import type { ImportEntity } from './import-fields.ts';

/**
 * What a row must tell so that its record is known: of each group at least one. `externalId` stands for the id in any
 * system. `sentence` says what is missing.
 */
export const identityOf: Record<ImportEntity, { groups: readonly (readonly string[])[]; sentence: string }> =
  {
    account: {
      groups: [['externalId', 'domain', 'name']],
      sentence: 'This row has no id, domain or name of an account.',
    },
    contact: {
      groups: [['externalId', 'email', 'name', 'lastName', 'firstName']],
      sentence: 'This row has no id, e-mail address or name of a person.',
    },
    technology: { groups: [['name']], sentence: 'This row names no technology.' },
    signal: { groups: [['type'], ['occurredAt']], sentence: 'A signal needs a type and a date.' },
    opportunity: { groups: [['externalId', 'name']], sentence: 'This row has no id or name of a deal.' },
    stageChange: {
      groups: [['opportunity'], ['stage'], ['changedAt']],
      sentence: 'A stage change needs its deal, its stage and its time.',
    },
    activity: {
      groups: [['type'], ['occurredAt', 'scheduledAt']],
      sentence: 'An activity needs a type and a date.',
    },
    rep: {
      groups: [['externalId', 'email', 'name']],
      sentence: 'This row has no id, e-mail address or name of a rep.',
    },
    product: { groups: [['name']], sentence: 'This row names no product.' },
  };

/** Keys that find an existing record, strongest first, when `match` is not given. */
export const defaultMatch: Record<ImportEntity, readonly string[]> = {
  account: ['externalId', 'domain', 'name'],
  contact: ['externalId', 'email'],
  technology: [],
  signal: [],
  opportunity: ['externalId', 'name'],
  stageChange: [],
  activity: [],
  rep: ['externalId', 'email', 'name'],
  product: ['name'],
};

/** Keys that `match` may name. */
export const allowedMatch: Record<ImportEntity, readonly string[]> = {
  ...defaultMatch,
  contact: ['externalId', 'email', 'name'],
  signal: ['externalId'],
  activity: ['externalId'],
};
