import 'server-only';
import type { ImportEntity, ImportField } from '#lib/imports/import-fields.ts';
import type { SideList } from './side-values.ts';

/** Where an imported value goes. `text` has a folded sibling; `side` and `link` are written by hand. */
export type ImportColumn =
  | { kind: 'text' | 'plain' | 'number' | 'rep'; column: string }
  | { kind: 'term'; column: string; dictionary: string }
  | { kind: 'side'; side: SideList | 'custom' | 'systemId' }
  | { kind: 'link' };

/** Tables of the entities that are records with fields of their own. */
export const recordTables = {
  account: 'accounts',
  contact: 'contacts',
  opportunity: 'opportunities',
  rep: 'reps',
  product: 'products',
} as const;
export type RecordEntity = keyof typeof recordTables;

const snake = (key: string) => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const special: Record<string, ImportColumn> = {
  'account.crmOwner': { kind: 'rep', column: 'crm_owner_id' },
  'account.parent': { kind: 'link' },
  'account.needs': { kind: 'side', side: 'needs' },
  'contact.owner': { kind: 'rep', column: 'owner_id' },
  'opportunity.owner': { kind: 'rep', column: 'owner_id' },
  'opportunity.stage': { kind: 'link' },
  'opportunity.outcome': { kind: 'link' },
  'opportunity.product': { kind: 'link' },
  'rep.manager': { kind: 'link' },
  'rep.active': { kind: 'number', column: 'is_active' },
  'rep.capacity': { kind: 'number', column: 'capacity_touches' },
  'rep.quota': { kind: 'number', column: 'quota_amount' },
  'rep.ramp': { kind: 'number', column: 'ramp_rate' },
  'rep.tiers': { kind: 'side', side: 'tiers' },
  'rep.allowedRegions': { kind: 'side', side: 'allowedRegions' },
  'rep.languages': { kind: 'side', side: 'languages' },
  'rep.opening': { kind: 'number', column: 'is_opening' },
  'product.listPrice': { kind: 'number', column: 'list_price_amount' },
  'product.family': { kind: 'plain', column: 'family' },
};

/** The place of one field of a record. Names follow the schema: `subIndustry` → `sub_industry`. */
export function importColumn(entity: ImportEntity, field: ImportField): ImportColumn {
  const named = special[`${entity}.${field.key}`];
  if (named) return named;
  if (field.isLink) return { kind: 'link' };
  if (field.key.startsWith('custom.')) return { kind: 'side', side: 'custom' };
  if (field.key === 'externalId') return { kind: 'plain', column: 'external_id' };
  if (field.key.startsWith('externalId.')) return { kind: 'side', side: 'systemId' };
  const column = snake(field.key);
  if (field.type === 'category') return { kind: 'term', column, dictionary: `${entity}.${field.key}` };
  return field.type === 'text' ? { kind: 'text', column } : { kind: 'number', column };
}
