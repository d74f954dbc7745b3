import { clearBit, type Bits, setBit } from '#lib/engine/bitset.ts';
import { visitAccountRows } from '#lib/engine/child-rows.ts';
import type { RowTest } from '#lib/engine/row-test.ts';
import { type Store, textsVersion } from '#lib/engine/store.ts';
import type { RootEntity } from '#lib/rules/ast.ts';
import type { Patch } from '../sqlite/cache.ts';
import type { PatchedRow } from './patched-row.ts';

function put(bits: Bits, ordinal: number, isIn: boolean): void {
  if (isIn) setBit(bits, ordinal);
  else clearBit(bits, ordinal);
}

function recordsTouched(
  store: Store,
  entity: RootEntity,
  { entity: of, ordinal, accounts }: PatchedRow,
): number[] {
  if (entity === 'account') return [...accounts];
  const contacts = of === 'contact' ? [ordinal] : [];
  for (const account of accounts) {
    visitAccountRows(store.tables.contact, account, (contact) => contacts.push(contact));
  }
  return contacts;
}

/** The records of an entity that changed rows may move in or out of a set. */
export function touchedOrdinals(store: Store, entity: RootEntity, rows: readonly PatchedRow[]): number[] {
  return rows.flatMap((row) => recordsTouched(store, entity, row));
}

/** Made when first needed, because most sets never meet a change, and again when there are texts that it cannot know. */
function onDemand(store: Store, make: () => RowTest | null): () => RowTest | null {
  let made: { test: RowTest | null; texts: string } | null = null;
  return () => {
    const texts = textsVersion(store);
    if (made?.texts !== texts) made = { test: make(), texts };
    return made.test;
  };
}

/** Keeps a set of records in step: each record that a change touches is asked by itself. */
export function patchRecords(
  store: Store | null,
  entity: RootEntity,
  test: () => RowTest | null,
): Patch<Bits> | undefined {
  if (!store) return undefined;
  const compiled = onDemand(store, test);
  return (bits, rows) => {
    const passes = compiled();
    if (!passes) return false;
    for (const row of rows) {
      for (const ordinal of recordsTouched(store, entity, row)) put(bits, ordinal, passes(ordinal));
    }
    return true;
  };
}

/** Keeps a set of the rows of one table in step. */
export function patchRows(store: Store, table: string, test: () => RowTest | null): Patch<Bits | null> {
  const compiled = onDemand(store, test);
  return (bits, rows) => {
    const passes = compiled();
    if (!bits || !passes) return false;
    for (const { entity, ordinal } of rows) if (entity === table) put(bits, ordinal, passes(ordinal));
    return true;
  };
}

/** Keeps one number a record in step. */
export function patchNumbers<Numbers extends Float64Array | Int32Array>(
  store: Store | null,
  entity: RootEntity,
  numberOf: (ordinal: number) => number,
): Patch<Numbers> | undefined {
  return store
    ? (numbers, rows) => {
        for (const row of rows) {
          for (const ordinal of recordsTouched(store, entity, row)) numbers[ordinal] = numberOf(ordinal);
        }
        return true;
      }
    : undefined;
}
