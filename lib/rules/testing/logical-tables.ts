import { toPublicId } from '#lib/shared/ids.ts';
import type { RelatedEntity } from '../ast.ts';
import type { Catalog, Field } from '../catalog.ts';
import { columnName, isAssigned, isFolded, relatedTables } from '../forms/sql/logical-schema.ts';
import type { FactValue, FactValues, Interval, RecordFacts } from '../record-facts.ts';
import { canonicalRef } from '../reference-ids.ts';
import type { World } from './world.ts';

type LogicalType = 'text' | 'exact' | 'number' | 'boolean' | 'day' | 'instant' | 'texts';
export type LogicalColumn = { name: string; type: LogicalType };
export type LogicalCell = Exclude<FactValue, undefined>;
export type LogicalTable = { name: string; columns: LogicalColumn[]; rows: LogicalCell[][] };

function typeOf(field: Field): LogicalType {
  if (field.type === 'tags') return 'texts';
  if (isFolded(field)) return 'text';
  if (field.type === 'ref' || field.exact) return 'exact';
  if (field.type === 'money') return 'number';
  return field.type === 'text' || field.type === 'category' ? 'text' : field.type;
}

function cellOf(field: Field, value: FactValue): LogicalCell {
  if (value === undefined || value === null) return null;
  if (typeof value !== 'string') return value;
  if (field.refKind) return canonicalRef(field.refKind, value);
  return field.exact ? value.trim() || null : value;
}

const text = (name: string): LogicalColumn => ({ name, type: 'exact' });
const instants: LogicalColumn[] = [
  { name: 'from_at', type: 'instant' },
  { name: 'to_at', type: 'instant' },
];

/** A world in the tables of the logical schema: what a warehouse would hold. */
export function logicalTables(world: World, catalog: Catalog): LogicalTable[] {
  const fields = [...catalog.fields.values()].filter((field) => !isAssigned(field));

  function table(name: string, entity: string, keys: LogicalColumn[]) {
    const own = fields.filter((field) => field.entity === entity);
    const columns = [...keys, ...own.map((field) => ({ name: columnName(field), type: typeOf(field) }))];
    const made: LogicalTable = { name, columns, rows: [] };
    const add = (keyCells: LogicalCell[], values: FactValues) =>
      made.rows.push([...keyCells, ...own.map((field) => cellOf(field, values[field.key]))]);
    return { made, add };
  }

  const accounts = table('accounts', 'account', [text('id')]);
  const contacts = table('contacts', 'contact', [text('id'), text('account_id')]);
  const assignments: LogicalTable = {
    name: 'account_assignments',
    columns: [text('account_id'), text('slot'), text('holder_id'), ...instants],
    rows: [],
  };
  const members: LogicalTable = {
    name: 'segment_members',
    columns: [text('segment_id'), text('record_id'), ...instants],
    rows: [],
  };
  const pins: LogicalTable = {
    name: 'segment_pins',
    columns: [text('segment_id'), text('record_id'), text('side'), ...instants],
    rows: [],
  };
  const links: LogicalTable = {
    name: 'opportunity_contacts',
    columns: [text('opportunity_id'), text('contact_id')],
    rows: [],
  };
  const eventKeys = [text('id'), text('account_id'), text('contact_id')];
  const kinds: Exclude<RelatedEntity, 'contact'>[] = ['technology', 'signal', 'opportunity', 'activity'];
  const related = kinds.map((kind) => ({ kind, ...table(relatedTables[kind].table, kind, eventKeys) }));

  function addMemberships(id: string, memberships: Readonly<Record<string, readonly Interval[]>> = {}): void {
    for (const [segment, intervals] of Object.entries(memberships)) {
      for (const { from, to } of intervals) members.rows.push([segment, id, from, to]);
    }
  }

  function addPins(id: string, held: RecordFacts['pins'] = {}): void {
    for (const [segment, own] of Object.entries(held)) {
      for (const { side, from, to } of own) pins.rows.push([segment, id, side, from, to]);
    }
  }

  for (const account of world.accounts) {
    const id = toPublicId('account', account.id);
    const family = toPublicId('account', account.family ?? account.id);
    accounts.add([id], { ...account.values, family });
    addMemberships(id, account.memberships);
    addPins(id, account.pins);
    for (const [slot, intervals] of Object.entries(account.references ?? {})) {
      for (const { id: holder, from, to } of intervals) {
        assignments.rows.push([id, slot, canonicalRef('rep', holder), from, to]);
      }
    }
  }
  for (const contact of world.contacts) {
    const id = toPublicId('contact', contact.id);
    const account = contact.account === null ? null : toPublicId('account', contact.account);
    contacts.add([id, account], contact.values);
    addMemberships(id, contact.memberships);
    addPins(id, contact.pins);
  }
  for (const [index, row] of world.rows.entries()) {
    const id = `row_${index}`;
    const account = row.account === null ? null : toPublicId('account', row.account);
    const people = (row.contacts ?? []).map((contact) => toPublicId('contact', contact));
    related.find(({ kind }) => kind === row.entity)?.add([id, account, people[0] ?? null], row.values);
    if (row.entity === 'opportunity') links.rows.push(...people.map((contact) => [id, contact]));
  }
  return [
    accounts.made,
    contacts.made,
    ...related.map(({ made }) => made),
    assignments,
    members,
    pins,
    links,
  ];
}
