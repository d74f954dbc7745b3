import type { RelatedEntity } from './ast.ts';

export type FieldType =
  | 'text'
  | 'category'
  | 'number'
  | 'money'
  | 'day'
  | 'instant'
  | 'boolean'
  | 'tags'
  | 'ref';

export type FieldEntity = 'account' | RelatedEntity | 'stageChange' | 'rep' | 'product';

export type FieldGroupName =
  | 'firmographic'
  | 'geographic'
  | 'technographic'
  | 'behavioural'
  | 'needs'
  | 'people'
  | 'deals'
  | 'planning'
  | 'custom';

/** What a `ref` field points at; its values are ids of that kind. */
export type RefKind = 'account' | 'rep' | 'tier' | 'territory' | 'class' | 'segment' | 'opportunity' | 'user';

/** What a number can be, both ends included: a slip of the keyboard would bend every count that rests on it. */
export type NumberRange = { from: number; to?: number; whole?: true };

/** One row of the field catalog. `key` is the name that rules, the API, imports and exports use. */
export type Field = {
  entity: FieldEntity;
  key: string;
  label: string;
  group: FieldGroupName;
  type: FieldType;
  /** Words a person may type or a file may use for it (lower case). */
  synonyms: string[];
  unit?: string;
  refKind?: RefKind;
  /** Byte-exact after trimming instead of folded (external ids). */
  exact?: boolean;
  /** May lie in the future, and is read as such with a past `asOf`. */
  planned?: boolean;
  /** Known values of a closed or shipped vocabulary, as stored. */
  vocabulary?: readonly string[];
  /** Numbers and money: what an import, the API and a person may set. */
  range?: NumberRange;
  /** Maintained by the product (owner, tier, score …): read by rules, never imported. */
  computed?: boolean;
  /** Set on custom fields: the row id of the field's definition. */
  customFieldId?: number;
};

/** A name that a reference value may be given by, with the id that is stored. */
export type Reference = { id: string; name: string };

/** A published segment as rules see it. */
export type SegmentReference = {
  id: string;
  name: string;
  entity: 'account' | 'contact';
  status: 'draft' | 'published' | 'retired';
};

/**
 * The catalog is data (custom fields, people, segments), so it is an argument of parse, describe and the evaluators.
 * `fields` is keyed `entity.key`, for example `account.industry` or `account.custom.plants`.
 */
export type Catalog = {
  fields: ReadonlyMap<string, Field>;
  references: Partial<Record<RefKind, readonly Reference[]>>;
  segments: ReadonlyMap<string, SegmentReference>;
};

/** Main date of each related entity; an opportunity has none, so its window must name one. */
export const mainDate: Record<RelatedEntity, string | null> = {
  technology: 'lastSeenAt',
  signal: 'occurredAt',
  contact: 'createdAt',
  opportunity: null,
  activity: 'occurredAt',
};

const identityPrefix = 'externalId.';

/** `externalId.salesforce` and its like: one identity key per system, made from the plain `externalId` row. */
function findIdentityField(catalog: Catalog, entity: string, key: string): Field | null {
  const system = key.slice(identityPrefix.length);
  const plain = catalog.fields.get(`${entity}.externalId`);
  if (!plain || !/^[a-z][a-z0-9_-]{0,39}$/.test(system)) return null;
  return { ...plain, key, label: `${plain.label} (${system})` };
}

/**
 * The field that a condition on `entity` names, or null. On a contact, `account.<key>` reaches its account.
 * `externalId.<system>` is known on accounts and contacts without a row of its own.
 */
export function findField(catalog: Catalog, entity: FieldEntity, name: string): Field | null {
  const viaAccount = entity === 'contact' && name.startsWith('account.');
  const owner = viaAccount ? 'account' : entity;
  const key = viaAccount ? name.slice('account.'.length) : name;
  const named = catalog.fields.get(`${owner}.${key}`);
  if (named) return named;
  const hasIdentity = owner === 'account' || owner === 'contact';
  return hasIdentity && key.startsWith(identityPrefix) ? findIdentityField(catalog, owner, key) : null;
}
