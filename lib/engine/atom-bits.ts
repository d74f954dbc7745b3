import type { RootEntity } from '#lib/rules/ast.ts';
import type { Moment } from '#lib/rules/facts-as-of.ts';
import type { Atom, RelatedAtom } from '#lib/rules/relational.ts';
import { andNot, type Bits, emptyBits, hasBit, setBit } from './bitset.ts';
import { attributeBits } from './attribute-bits.ts';
import { familyKeys, linksOf } from './links.ts';
import { measureRows } from './measure-rows.ts';
import { type Memo, relatedRows } from './related-rows.ts';
import { nextAbove, nextBelow, rangeBits } from './scan.ts';
import type { Store } from './store.ts';

export type Asking = { store: Store; entity: RootEntity; moment: Moment; memo: Memo };

/** The live account of each contact by ordinal, -1 for none. */
function accountOf({ tables: { account, contact } }: Store, ordinal: number): number {
  const found = contact.accounts[ordinal] ?? -1;
  return found >= 0 && hasBit(account.live, found) ? found : -1;
}

/** Contacts whose account passes. */
function contactsOf(store: Store, passes: (account: number) => boolean): Bits {
  const { contact } = store.tables;
  const bits = emptyBits(contact.capacity);
  for (let ordinal = 0; ordinal < contact.used; ordinal++) {
    const account = accountOf(store, ordinal);
    if (account >= 0 && passes(account)) setBit(bits, ordinal);
  }
  return bits;
}

function compared(measured: Float64Array, { operator, value }: RelatedAtom): Bits {
  const { low, high } = value;
  const lowest = Number.NEGATIVE_INFINITY;
  const highest = Number.POSITIVE_INFINITY;
  switch (operator) {
    case 'known':
      return rangeBits(measured, lowest, highest);
    case 'eq':
      return rangeBits(measured, low, low);
    case 'between':
      return rangeBits(measured, low, high);
    case 'lt':
      return rangeBits(measured, lowest, nextBelow(low));
    case 'lte':
      return rangeBits(measured, lowest, low);
    case 'gt':
      return rangeBits(measured, nextAbove(low), highest);
    case 'gte':
      return rangeBits(measured, low, highest);
    case 'ne':
      return andNot(rangeBits(measured, lowest, highest), rangeBits(measured, low, low));
    case 'notBetween':
      return andNot(rangeBits(measured, lowest, highest), rangeBits(measured, low, high));
  }
}

/** What related rows measure for each account, family or contact, and how a record finds its own number. */
function measuredFor({ store, entity, moment, memo }: Asking, atom: RelatedAtom) {
  if (moment.isPast) return null;
  const rows = relatedRows(store, atom, moment.asOf, memo);
  const isOfContact = entity === 'contact' && atom.of === 'self' && atom.scope === 'own';
  const links = rows && linksOf(store, atom, isOfContact);
  if (!links) return null;
  const columns = store.tables[atom.entity].columns;
  const measured = measureRows(atom, links, rows, (field) => columns.get(field));
  if (!measured) return null;
  const families = atom.scope === 'family' ? familyKeys(store) : null;
  const isDirect = !families && (entity === 'account' || isOfContact);
  const keyOf = (ordinal: number): number => {
    const account = entity === 'account' ? ordinal : accountOf(store, ordinal);
    return account >= 0 && families ? (families.keys[account] ?? -1) : account;
  };
  return { measured, isDirect, keyOf };
}

function relatedBits(asking: Asking, atom: RelatedAtom): Bits | null {
  const found = measuredFor(asking, atom);
  if (!found) return null;
  const passing = compared(found.measured, atom);
  if (found.isDirect) return passing;
  const { capacity, used } = asking.store.tables[asking.entity];
  const bits = emptyBits(capacity);
  for (let ordinal = 0; ordinal < used; ordinal++) {
    const key = found.keyOf(ordinal);
    if (key >= 0 && hasBit(passing, key)) setBit(bits, ordinal);
  }
  return bits;
}

/**
 * The records for which one atom holds, by ordinal of the table of `entity`; archived ones may be among them. Null
 * when the columns cannot answer exactly: a past moment of what changes over time, a change of membership, a pin, a field
 * that is not loaded.
 */
export function atomBits(asking: Asking, atom: Atom): Bits | null {
  const { store, entity, moment } = asking;
  switch (atom.kind) {
    case 'change':
    case 'pinned':
      return null;
    case 'linked':
      return contactsOf(store, () => true);
    case 'related':
      return relatedBits(asking, atom);
    case 'attribute': {
      const table = store.tables[atom.of === 'account' ? 'account' : entity];
      const bits = attributeBits(store, table, atom.field, atom.test, moment.asOf);
      const isOwn = atom.of === 'self' || entity === 'account';
      return bits && !isOwn ? contactsOf(store, (account) => hasBit(bits, account)) : bits;
    }
  }
}

/** What the related rows of each record measure, by ordinal; NaN where there is nothing to measure. Null = not here. */
export function atomMeasures(asking: Asking, atom: RelatedAtom): Float64Array | null {
  const found = measuredFor(asking, atom);
  if (!found || found.isDirect) return found && found.measured;
  const { capacity, used } = asking.store.tables[asking.entity];
  const numbers = new Float64Array(capacity).fill(Number.NaN);
  for (let ordinal = 0; ordinal < used; ordinal++) {
    const key = found.keyOf(ordinal);
    if (key >= 0) numbers[ordinal] = found.measured[key] ?? Number.NaN;
  }
  return numbers;
}
