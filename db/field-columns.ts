import 'server-only';
import type { RelatedEntity } from '#lib/rules/ast.ts';
import type { Catalog, Field, RefKind } from '#lib/rules/catalog.ts';
import type {
  FieldColumn,
  RelatedTable,
  SideColumn,
  SqliteColumns,
  ValueColumn,
} from '#lib/rules/printers/sqlite-columns.ts';

const text = (column: string): ValueColumn => ({ store: 'text', column, folded: `${column}_folded` });
const exact = (column: string): ValueColumn => ({ store: 'exact', column });
const number = (column: string): ValueColumn => ({ store: 'number', column });
const day = (column: string): ValueColumn => ({ store: 'day', column });
const instant = (column: string): ValueColumn => ({ store: 'instant', column });
const boolean = (column: string): ValueColumn => ({ store: 'boolean', column });
const reference = (column: string, refKind: RefKind): ValueColumn => ({
  store: 'reference',
  column,
  refKind,
});

/** `term('account.subIndustry', 'sub_industry')`: the dictionary is named like the field. */
const term = (dictionary: string, column: string): ValueColumn => ({ store: 'term', column, dictionary });

function interval(table: string, value: ValueColumn, fixed: Record<string, string> = {}): SideColumn {
  return { store: 'side', table, owner: 'account_id', fixed, isInterval: true, value };
}

const accountColumns: Record<string, FieldColumn> = {
  name: text('name'),
  externalId: exact('external_id'),
  domain: text('domain'),
  phone: text('phone'),
  website: text('website'),
  linkedinUrl: text('linkedin_url'),
  description: text('description'),
  crmUrl: text('crm_url'),
  parent: reference('parent_id', 'account'),
  family: reference('coalesce($.family_id, $.id)', 'account'),
  industry: term('account.industry', 'industry'),
  subIndustry: term('account.subIndustry', 'sub_industry'),
  employees: number('employees'),
  foundedYear: number('founded_year'),
  revenue: number('revenue'),
  growthRate: number('growth_rate'),
  ownership: term('account.ownership', 'ownership'),
  fundingStage: term('account.fundingStage', 'funding_stage'),
  status: term('account.status', 'status'),
  type: term('account.type', 'type'),
  doNotContact: boolean('do_not_contact'),
  country: term('account.country', 'country'),
  state: term('account.state', 'state'),
  region: term('account.region', 'region'),
  metro: term('account.metro', 'metro'),
  city: term('account.city', 'city'),
  postalCode: text('postal_code'),
  timeZone: term('account.timeZone', 'time_zone'),
  latitude: number('latitude'),
  longitude: number('longitude'),
  journeyStage: term('account.journeyStage', 'journey_stage'),
  needs: {
    store: 'side',
    table: 'account_needs',
    owner: 'account_id',
    fixed: {},
    isInterval: false,
    value: term('account.needs', 'term_id'),
  },
  renewalOn: day('renewal_on'),
  crmOwner: reference('crm_owner_id', 'rep'),
  owner: interval('assignments', reference('rep_id', 'rep'), { slot: 'ae' }),
  sdr: interval('assignments', reference('rep_id', 'rep'), { slot: 'sdr' }),
  tier: interval('account_tiers', reference('tier_id', 'tier')),
  territory: interval('placements', reference('territory_id', 'territory')),
  class: interval('account_classes', reference('term_id', 'class')),
  score: number('score'),
  createdAt: instant('created_at'),
  updatedAt: instant('updated_at'),
};

const technologyColumns: Record<string, FieldColumn> = {
  name: term('technology.name', 'name'),
  category: term('technology.category', 'category'),
  firstSeenAt: instant('first_seen_at'),
  lastSeenAt: instant('last_seen_at'),
};

const contactColumns: Record<string, FieldColumn> = {
  name: text('name'),
  firstName: text('first_name'),
  lastName: text('last_name'),
  email: text('email'),
  phone: text('phone'),
  mobile: text('mobile'),
  linkedinUrl: text('linkedin_url'),
  jobTitle: text('job_title'),
  jobFunction: term('contact.jobFunction', 'job_function'),
  seniority: term('contact.seniority', 'seniority'),
  persona: term('contact.persona', 'persona'),
  country: term('contact.country', 'country'),
  leadStatus: term('contact.leadStatus', 'lead_status'),
  source: term('contact.source', 'source'),
  reachable: boolean('reachable'),
  optedOut: boolean('opted_out'),
  bounced: boolean('bounced'),
  owner: reference('owner_id', 'rep'),
  externalId: exact('external_id'),
  createdAt: instant('created_at'),
};

const signalColumns: Record<string, FieldColumn> = {
  type: term('signal.type', 'type'),
  topic: term('signal.topic', 'topic'),
  source: term('signal.source', 'source'),
  strength: number('strength'),
  quantity: number('quantity'),
  amount: number('amount'),
  url: text('url'),
  externalId: exact('external_id'),
  occurredAt: instant('occurred_at'),
};

const opportunityColumns: Record<string, FieldColumn> = {
  name: text('name'),
  stage: { store: 'stage' },
  outcome: { store: 'outcome' },
  amount: number('amount'),
  acvAmount: number('coalesce($.acv_amount, $.amount * 12.0 / nullif($.term_months, 0))'),
  termMonths: number('term_months'),
  owner: reference('owner_id', 'rep'),
  createdOn: day('created_on'),
  closedOn: { store: 'dayOnceCome', column: 'closed_on' },
  expectedCloseOn: day('expected_close_on'),
  type: term('opportunity.type', 'type'),
  pipeline: term('opportunity.pipeline', 'pipeline'),
  product: term('opportunity.product', 'product'),
  source: term('opportunity.source', 'source'),
  campaign: term('opportunity.campaign', 'campaign'),
  competitor: term('opportunity.competitor', 'competitor'),
  lossReason: term('opportunity.lossReason', 'loss_reason'),
  forecastCategory: term('opportunity.forecastCategory', 'forecast_category'),
  externalId: exact('external_id'),
};

const activityColumns: Record<string, FieldColumn> = {
  type: term('activity.type', 'type'),
  channel: term('activity.channel', 'channel'),
  outcome: term('activity.outcome', 'outcome'),
  owner: reference('owner_id', 'rep'),
  campaign: term('activity.campaign', 'campaign'),
  occurredAt: instant('occurred_at'),
  scheduledAt: instant('scheduled_at'),
};

const columnsByEntity: Partial<Record<Field['entity'], Record<string, FieldColumn>>> = {
  account: accountColumns,
  technology: technologyColumns,
  contact: contactColumns,
  signal: signalColumns,
  opportunity: opportunityColumns,
  activity: activityColumns,
};

const relatedTables: Record<RelatedEntity, RelatedTable> = {
  technology: {
    table: 'technologies',
    isArchivable: false,
    contact: null,
    since: { columns: ['first_seen_at', 'last_seen_at'], type: 'instant' },
  },
  signal: {
    table: 'signals',
    isArchivable: false,
    contact: { column: 'contact_id' },
    since: { columns: ['occurred_at'], type: 'instant' },
  },
  contact: {
    table: 'contacts',
    isArchivable: true,
    contact: null,
    since: { columns: ['created_at'], type: 'instant' },
  },
  opportunity: {
    table: 'opportunities',
    isArchivable: true,
    contact: { table: 'opportunity_contacts', row: 'opportunity_id', contact: 'contact_id' },
    since: { columns: ['created_on'], type: 'day' },
  },
  activity: {
    table: 'activities',
    isArchivable: true,
    contact: { column: 'contact_id' },
    since: { columns: ['occurred_at'], type: 'instant' },
  },
};

/** Where a custom field's values lie: one typed table, the column by the field's type. */
function customColumn(field: Field, fieldId: number): SideColumn {
  const value: Record<Field['type'], ValueColumn> = {
    text: { store: 'text', column: 'text', folded: 'text_folded' },
    category: term(`${field.entity}.${field.key}`, 'term_id'),
    tags: term(`${field.entity}.${field.key}`, 'term_id'),
    number: number('number'),
    money: number('number'),
    instant: instant('number'),
    boolean: boolean('number'),
    day: day('day'),
    ref: reference('number', field.refKind ?? 'account'),
  };
  return {
    store: 'side',
    table: 'custom_values',
    owner: 'record_id',
    fixed: { field_id: fieldId },
    isInterval: false,
    value: field.exact ? exact('text') : value[field.type],
  };
}

/** Ids in systems other than the main one: `externalId.hubspot`. */
function systemIdColumn(entity: string, system: string): SideColumn {
  return {
    store: 'side',
    table: 'external_ids',
    owner: 'record_id',
    fixed: { entity, system },
    isInterval: false,
    value: exact('value'),
  };
}

function columnOf(field: Field): FieldColumn | undefined {
  if (field.customFieldId !== undefined) return customColumn(field, field.customFieldId);
  const system = /^externalId\.(.+)$/.exec(field.key)?.[1];
  if (system) return systemIdColumn(field.entity, system);
  return columnsByEntity[field.entity]?.[field.key];
}

/** The physical place of every field of the catalog that rules reach. Throws for a field that no rule can ask. */
export function sqliteColumns(catalog: Catalog): SqliteColumns {
  return {
    accounts: { table: 'accounts', isArchivable: true },
    contacts: { table: 'contacts', isArchivable: true },
    related: relatedTables,
    field: (key) => {
      const field = catalog.fields.get(key);
      const column = field && columnOf(field);
      if (!column) throw new Error(`No column is known for the field "${key}".`);
      return column;
    },
  };
}
