import type { RelatedEntity, RootEntity } from '../../ast.ts';
import type { Field } from '../../catalog.ts';

/**
 * The tables that printed SQL asks: one row per live record, one column per field under its key in snake_case
 * (`docs/logical-schema.md`). References and ids are the public ids that the API gives.
 */
export const rootTables: Record<RootEntity, { table: string; alias: string }> = {
  account: { table: 'accounts', alias: 'a' },
  contact: { table: 'contacts', alias: 'c' },
};

/** A related row's way to a contact: its own column, or a table of links. */
type ContactLink = { column: string } | { table: string; row: string; column: string } | null;

export const relatedTables: Record<RelatedEntity, { table: string; alias: string; contact: ContactLink }> = {
  technology: { table: 'technologies', alias: 't', contact: null },
  signal: { table: 'signals', alias: 's', contact: { column: 'contact_id' } },
  contact: { table: 'contacts', alias: 'p', contact: null },
  opportunity: {
    table: 'opportunities',
    alias: 'o',
    contact: { table: 'opportunity_contacts', row: 'opportunity_id', column: 'contact_id' },
  },
  activity: { table: 'activities', alias: 'v', contact: { column: 'contact_id' } },
};

/** Slots that several people may hold at a time and over time, in `account_assignments`. */
const assignedSlots = ['owner', 'sdr'];

export function isAssigned({ entity, key }: Field): boolean {
  return entity === 'account' && assignedSlots.includes(key);
}

/** `custom.plantsEu` → `custom_plants_eu`; references end in `_id`, a class is its name. */
export function columnName(field: Field): string {
  const snake = field.key.replaceAll('.', '_').replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return field.refKind && field.refKind !== 'class' ? `${snake}_id` : snake;
}

/** Whether texts of this field compare folded: not ids, neither of the CRM nor our own. */
export function isFolded({ type, exact, refKind }: Field): boolean {
  if (refKind) return refKind === 'class';
  return (type === 'text' || type === 'category' || type === 'tags') && !exact;
}
