import type { Catalog, Field, FieldType, NumberRange } from '#lib/rules/catalog.ts';

export const importEntities = [
  'account',
  'contact',
  'technology',
  'signal',
  'opportunity',
  'stageChange',
  'activity',
  'rep',
  'product',
] as const;
export type ImportEntity = (typeof importEntities)[number];

export const entityLabels: Record<ImportEntity, { one: string; many: string }> = {
  account: { one: 'account', many: 'Accounts' },
  contact: { one: 'contact', many: 'Contacts' },
  technology: { one: 'technology', many: 'Technologies' },
  signal: { one: 'signal', many: 'Signals' },
  opportunity: { one: 'deal', many: 'Deals' },
  stageChange: { one: 'stage change', many: 'Stage history' },
  activity: { one: 'activity', many: 'Activities' },
  rep: { one: 'rep', many: 'Reps' },
  product: { one: 'product', many: 'Products' },
};

/** How a text value is put into its stored form, beyond its type. */
export type TextForm =
  | 'plain'
  | 'externalId'
  | 'domain'
  | 'email'
  | 'phone'
  | 'country'
  | 'state'
  | 'personName';

/** A thing that a column may feed: a field of the catalog, or a link or helper that only imports know. */
export type ImportField = {
  key: string;
  label: string;
  type: FieldType;
  form: TextForm;
  synonyms: readonly string[];
  vocabulary?: readonly string[];
  range?: NumberRange;
  refKind?: Field['refKind'];
  customFieldId?: number;
  /** Finds another record (`account`, `contact`) or helps reading (`currency`); it is no column of the record. */
  isLink?: boolean;
};

const forms: Record<string, TextForm> = {
  externalId: 'externalId',
  domain: 'domain',
  email: 'email',
  phone: 'phone',
  mobile: 'phone',
  country: 'country',
  state: 'state',
  homeCountry: 'country',
  homeState: 'state',
};

function formOf(field: Field): TextForm {
  if (field.customFieldId !== undefined) return 'plain';
  if (field.key === 'name' && (field.entity === 'contact' || field.entity === 'rep')) return 'personName';
  return forms[field.key] ?? 'plain';
}

function toImportField(field: Field): ImportField {
  const { key, label, type, synonyms, vocabulary, range, refKind, customFieldId } = field;
  return {
    key,
    label,
    type,
    form: formOf(field),
    synonyms,
    ...(vocabulary === undefined ? {} : { vocabulary }),
    ...(range === undefined ? {} : { range }),
    ...(refKind === undefined ? {} : { refKind }),
    ...(customFieldId === undefined ? {} : { customFieldId }),
  };
}

const accountLink: ImportField = {
  key: 'account',
  label: 'Account',
  type: 'ref',
  refKind: 'account',
  form: 'plain',
  isLink: true,
  synonyms: [
    'account',
    'account name',
    'account id',
    'company',
    'company name',
    'company permalink',
    'company id',
    'company domain',
    'customer',
    'organization',
  ],
};
const contactLink: ImportField = {
  key: 'contact',
  label: 'Contact (e-mail or id)',
  type: 'ref',
  form: 'plain',
  isLink: true,
  synonyms: ['contact', 'contact email', 'contact id', 'person email', 'lead email', 'email'],
};
const currency: ImportField = {
  key: 'currency',
  label: 'Currency',
  type: 'category',
  form: 'plain',
  isLink: true,
  synonyms: ['currency', 'currency code', 'currency iso code', 'currencyisocode'],
};
const text = (key: string, label: string, synonyms: string[]): ImportField => ({
  key,
  label,
  type: 'text',
  form: forms[key] ?? 'plain',
  synonyms,
});

const extras: Record<ImportEntity, ImportField[]> = {
  account: [currency],
  contact: [accountLink],
  technology: [accountLink],
  signal: [accountLink, contactLink, currency],
  opportunity: [
    accountLink,
    currency,
    { ...contactLink, synonyms: ['contact', 'contact email', 'primary contact', 'contact id'] },
    {
      key: 'contactRole',
      label: 'Buying role',
      type: 'category',
      form: 'plain',
      isLink: true,
      synonyms: ['contact role', 'buying role'],
    },
  ],
  stageChange: [],
  activity: [
    accountLink,
    contactLink,
    text('note', 'Note', ['note', 'notes', 'description', 'comments', 'body']),
    text('externalId', 'CRM id', ['id', 'activity id', 'task id', 'external id']),
  ],
  rep: [text('externalId', 'CRM id', ['id', 'user id', 'rep id', 'external id']), currency],
  product: [currency],
};

/** Everything that a column of a file of this entity may feed, links first. */
export function importFields(catalog: Catalog, entity: ImportEntity): ImportField[] {
  const own = [...catalog.fields.values()].filter(
    (field) => field.entity === entity && field.computed !== true,
  );
  const links = extras[entity].filter((field) => field.isLink && field.key !== 'currency');
  const helpers = extras[entity].filter((field) => !links.includes(field));
  return [...links, ...own.map(toImportField), ...helpers];
}

/** The field that a mapping names; `externalId.<system>` stands for that system's id. Null when there is none. */
export function findImportField(fields: readonly ImportField[], key: string): ImportField | null {
  const found = fields.find((field) => field.key === key);
  if (found) return found;
  const base = fields.find((field) => field.key === 'externalId');
  if (!base || !/^externalId\.[a-z0-9_-]{1,40}$/i.test(key)) return null;
  return { ...base, key, label: `${key.slice('externalId.'.length)} id`, synonyms: [] };
}
