import type { RelatedAtom } from '#lib/rules/relational.ts';
import { hasBit } from './bitset.ts';
import { int32s, padded } from './columns.ts';
import { ordinalOf, type Store } from './store.ts';

/**
 * To whom related rows belong: link i says that row `rows[i]` (or row i itself) counts for `keys[i]`, -1 = nobody.
 * `size` is a multiple of 32 above every key.
 */
export type Links = { rows: Int32Array | null; keys: Int32Array; count: number; size: number };

/** The family that each account belongs to, by the row id of its root; of archived accounts -1. */
export function familyKeys(store: Store): { keys: Int32Array; size: number } | null {
  const table = store.tables.account;
  const family = table.columns.get('account.family');
  if (family?.kind !== 'code') return null;
  const keys = int32s(table.capacity, -1);
  let last = 0;
  for (let ordinal = 0; ordinal < table.used; ordinal++) {
    if (!hasBit(table.live, ordinal)) continue;
    const root = family.codes[ordinal] ?? 0;
    keys[ordinal] = root;
    if (root > last) last = root;
  }
  return { keys, size: padded(last + 1) };
}

function toFamilies(store: Store, { accounts, used }: { accounts: Int32Array; used: number }): Links | null {
  const families = familyKeys(store);
  if (!families) return null;
  const keys = int32s(used, -1);
  for (let row = 0; row < used; row++) {
    const account = accounts[row] ?? -1;
    if (account >= 0) keys[row] = families.keys[account] ?? -1;
  }
  return { rows: null, keys, count: used, size: families.size };
}

function toContacts(store: Store, atom: RelatedAtom): Links | null {
  const { contact: contacts, [atom.entity]: table } = store.tables;
  const size = contacts.capacity;
  const link = table.columns.get(`${atom.entity}.#contact`);
  if (!link) return { rows: null, keys: int32s(0), count: 0, size };
  const codes = link.kind === 'side' ? link.value : link;
  if (codes.kind !== 'code') return null;
  const count = link.kind === 'side' ? link.used : table.used;
  const keys = int32s(count, -1);
  for (let at = 0; at < count; at++) {
    const isGone = link.kind === 'side' && (link.owners[at] ?? -1) < 0;
    if (!isGone) keys[at] = ordinalOf(contacts, codes.codes[at] ?? 0);
  }
  return { rows: link.kind === 'side' ? link.owners : null, keys, count, size };
}

/** Whom the rows of an atom count for: accounts, families, or the contacts of a contact rule. */
export function linksOf(store: Store, atom: RelatedAtom, isOfContact: boolean): Links | null {
  const { account, [atom.entity]: table } = store.tables;
  if (atom.scope === 'family') return toFamilies(store, table);
  if (isOfContact) return toContacts(store, atom);
  return { rows: null, keys: table.accounts, count: table.used, size: account.capacity };
}
