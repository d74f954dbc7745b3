import type { Field } from '../../catalog.ts';

/** What a Salesforce field holds, so how it may be asked. */
export type SalesforceKind =
  | 'text'
  | 'number'
  | 'checkbox'
  | 'date'
  | 'dateTime'
  | 'picklists'
  | 'state'
  | 'outcome';

/** `when`: the field means ours only for records of which this holds, written with its opposite. */
export type SalesforceField = {
  name: string;
  kind: SalesforceKind;
  when?: { yes: string; no: string };
  isCustom?: true;
};

const open = { yes: 'IsClosed = false', no: 'IsClosed = true' };
const closed = { yes: open.no, no: open.yes };
const text = (name: string): SalesforceField => ({ name, kind: 'text' });

/** Our fields that stand in a standard field of Salesforce; by key in the catalog (`entity.key`). */
const standardFields: Readonly<Record<string, SalesforceField>> = {
  'account.name': text('Name'),
  'account.industry': text('Industry'),
  'account.employees': { name: 'NumberOfEmployees', kind: 'number' },
  'account.revenue': { name: 'AnnualRevenue', kind: 'number' },
  'account.ownership': text('Ownership'),
  'account.type': text('Type'),
  'account.phone': text('Phone'),
  'account.website': text('Website'),
  'account.country': text('BillingCountryCode'),
  'account.state': { name: 'BillingStateCode', kind: 'state' },
  'account.city': text('BillingCity'),
  'account.postalCode': text('BillingPostalCode'),
  'account.latitude': { name: 'BillingLatitude', kind: 'number' },
  'account.longitude': { name: 'BillingLongitude', kind: 'number' },
  'account.crmOwner': text('Owner.Name'),
  'account.createdAt': { name: 'CreatedDate', kind: 'dateTime' },
  'account.updatedAt': { name: 'LastModifiedDate', kind: 'dateTime' },
  'contact.name': text('Name'),
  'contact.firstName': text('FirstName'),
  'contact.lastName': text('LastName'),
  'contact.email': text('Email'),
  'contact.phone': text('Phone'),
  'contact.mobile': text('MobilePhone'),
  'contact.jobTitle': text('Title'),
  'contact.country': text('MailingCountryCode'),
  'contact.source': text('LeadSource'),
  'contact.optedOut': { name: 'HasOptedOutOfEmail', kind: 'checkbox' },
  'contact.bounced': { name: 'IsEmailBounced', kind: 'checkbox' },
  'contact.owner': text('Owner.Name'),
  'contact.createdAt': { name: 'CreatedDate', kind: 'dateTime' },
  'opportunity.name': text('Name'),
  'opportunity.stage': text('StageName'),
  'opportunity.outcome': { name: 'IsWon', kind: 'outcome' },
  'opportunity.amount': { name: 'Amount', kind: 'number' },
  'opportunity.owner': text('Owner.Name'),
  'opportunity.createdOn': { name: 'CreatedDate', kind: 'dateTime' },
  'opportunity.closedOn': { name: 'CloseDate', kind: 'date', when: closed },
  'opportunity.expectedCloseOn': { name: 'CloseDate', kind: 'date', when: open },
  'opportunity.type': text('Type'),
  'opportunity.source': text('LeadSource'),
  'opportunity.campaign': text('Campaign.Name'),
  'opportunity.forecastCategory': text('ForecastCategoryName'),
};

/** Why a field of ours stands in no field of Salesforce. */
const elsewhere: Readonly<Record<string, string>> = {
  'account.description': 'Salesforce does not filter on long texts',
  'account.externalId': 'it is not known here which system its ids belong to',
  'account.parent': 'accounts are named by ids of Tessera, which Salesforce does not know',
  'account.family': 'Salesforce does not know corporate families',
  'account.owner': 'assignments by slot and time are kept in Tessera',
  'account.sdr': 'assignments by slot and time are kept in Tessera',
  'contact.externalId': 'it is not known here which system its ids belong to',
  'contact.reachable': 'whether a person can be reached is worked out in Tessera',
  'opportunity.externalId': 'it is not known here which system its ids belong to',
};

const customKinds: Partial<Record<Field['type'], SalesforceKind>> = {
  number: 'number',
  money: 'number',
  boolean: 'checkbox',
  day: 'date',
  instant: 'dateTime',
  tags: 'picklists',
};

/** `Journey stage` → `Journey_stage__c`, the name that Salesforce suggests for a field with that label. */
function customName(label: string): string {
  const words = label.normalize('NFKD').split(/[^A-Za-z0-9]+/);
  const name = words.filter((word) => word !== '').join('_');
  return `${/^[A-Za-z]/.test(name) ? name : `X${name}`}__c`;
}

/**
 * The Salesforce field of one of ours: a standard one, else a custom field named after its label. A sentence's end says
 * why there is none.
 */
export function salesforceField(field: Field): SalesforceField | { missing: string } {
  const key = `${field.entity}.${field.key}`;
  const standard = Object.hasOwn(standardFields, key) ? standardFields[key] : undefined;
  if (standard) return standard;
  if (/^(account|contact)\.externalId\.salesforce$/.test(key)) return text('Id');
  const missing = Object.hasOwn(elsewhere, key) ? elsewhere[key] : undefined;
  if (missing) return { missing };
  if (field.refKind === 'account' || field.refKind === 'opportunity') {
    return { missing: 'records are named by ids of Tessera, which Salesforce does not know' };
  }
  return { name: customName(field.label), kind: customKinds[field.type] ?? 'text', isCustom: true };
}
